package cairn.blueprint.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Words as they stand on sites that press, written anew, beside fair words on the same matters. At
 * least nine in ten that press are found; which are missed is written here, so that everybody
 * knows.
 */
final class PressingWordsTest {
  private static final List<String> PRESSING =
      List.of(
          // A no to be ashamed of.
          "No thanks, I'd rather pay full price",
          "No thank you, I don't like saving money",
          "I don't want to protect my family",
          "I would rather stay where I am and lose out",
          "No, thanks. I prefer to miss the best rates",
          "I like paying more",
          "I don't care about my future",
          "Nein danke, ich zahle lieber mehr",
          // Hurry.
          "Hurry, this will not last!",
          "Act now and save",
          "Last chance to lock in your rate",
          "Offer ends soon",
          "Don't miss out on your discount",
          "Only today: half price",
          "Your reserved rate expires in 10 minutes",
          "04:59 left to complete your application",
          "2 hours left!",
          "Limited-time offer for you",
          "While stocks last",
          "Decide before it's too late",
          "Nur noch heute!",
          // Shortage.
          "Only 3 left at this price",
          "Just 2 appointments left this week",
          "Almost sold out",
          "Places are going fast",
          "This adviser is in high demand",
          "Nur noch 4 Termine frei",
          // The crowd.
          "27 people are looking at this home right now",
          "1,204 customers have already switched",
          "Everyone else is already saving",
          "Anna from Leeds just booked this",
          "Don't be the last in your street",
          "312 neighbours in your area joined",
          // Consent taken for granted.
          "We've already added travel cover to your basket",
          "You have been automatically enrolled in our plus plan",
          "We will send you offers unless you opt out",
          "By continuing, you agree to be contacted by partners",
          "The insurance is pre-selected for your comfort",
          "We have signed you up for the newsletter",
          "Sie sind bereits automatisch angemeldet",
          // Questions turned round.
          "Untick this box if you do not want to be left out of our mails",
          "Tick here if you would rather not miss our partners' offers",
          "Uncheck to not receive any updates",
          // Payment that slips in.
          "Your free month, after that £9.99 a month",
          "Renews: the plan will automatically renew at the full price",
          "You will be charged automatically when the trial is over",
          "Open it today (fees apply)",
          "Die Laufzeit verlängert sich automatisch",
          // What others entrusted.
          "Share your contacts to unlock the best rate",
          "Import your address book and win",
          // Not found: they say nothing that stands out.
          "Are you sure you want to disappoint your children?",
          "Advisers recommend: the gold plan",
          "Continue (recommended) / leave unprotected");

  private static final List<String> MISSED =
      List.of(
          "Are you sure you want to disappoint your children?",
          "Advisers recommend: the gold plan",
          "Continue (recommended) / leave unprotected");

  private static final List<String> FAIR =
      List.of(
          "No, thank you",
          "Not now. Ask me again in March",
          "The rate holds until 31 March 2027",
          "You can apply from 1 January to 30 June",
          "An hour with an adviser. It costs nothing, also afterwards",
          "It costs 9.99 a month from the first month on. You can end it at any time",
          "Tick what you would like to hear about",
          "Would you like letters from us? Yes or no",
          "We have kept your notes from last time",
          "You said you want to move in spring. Is that still so?",
          "Borrow a bicycle for a week and see whether it suits you",
          "Four sessions are planned. Choose the one that suits you",
          "Say what would change your mind",
          "You have not been in touch for a while. Shall we stop writing?",
          "Some people find that a savings account is enough",
          "One question. Then nothing you did not ask for",
          "Ihre Unterlagen sind da",
          "Der Zinssatz gilt bis zum 31. März",
          "Knowing there is no hurry changes what we suggest",
          "No thank you, I found another way",
          "Select the account that you do not use any more",
          "Tick what does not fit you",
          "Everybody has a story of their first home",
          "Your passport expires in 3 months",
          "Your card expires today. The new one is on its way",
          "The session takes place unless you cancel it",
          "We have added your note",
          "We have chosen an adviser near you",
          "You are signed up for Tuesday at ten",
          "Of 100 people who tried it, 62 kept the bicycle",
          "The talk takes an hour and you can leave in 10 minutes if it is not for you",
          "I want to see less of this");

  @Test
  void nineInTenOfWhatPressesAreFoundAndTheOthersAreTheseThree() {
    var missed = PRESSING.stream().filter(text -> problems(text).isEmpty()).toList();

    assertThat(missed).isEqualTo(MISSED);
    assertThat(1 - (double) missed.size() / PRESSING.size()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void fairWordsAreLeftAlone() {
    assertThat(FAIR).allSatisfy(text -> assertThat(problems(text)).as(text).isEmpty());
  }

  @Test
  void whatPressesIsToldWithItsPlaceAndWhatToWriteInstead() {
    assertThat(problems("Offer ends soon"))
        .containsExactly(
            "treatments/pressing.yaml:4:18: This hurries people without a date they could check."
                + " It says: ends soon. Say until when it holds, with the date, or take it out.");
  }

  private static List<String> problems(String text) {
    var file =
        """
        treatments:
          pressing:
            channel: app
            body: "%s"
        """
            .formatted(text);
    return BlueprintCompilerTest.problems(
        BlueprintCompilerTest.bundle().with("treatments/pressing.yaml", file));
  }
}
