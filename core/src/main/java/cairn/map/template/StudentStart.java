package cairn.map.template;

/** Amir begins to study: a university seen by the first of his family to go there. */
final class StudentStart {
  static final String TEXT =
      """
      # Student start
      about: The first in his family to study finds his feet, from the application to the second term.
      scenario: From pressing "apply" to the choice of courses for the second term, or to a way that suits him better.
      team admissions: Admissions | blue
      team studies: Study office | teal
      team faculty: Faculty and tutors | orange
      team finance: Student finance | red
      team students: Student union and mentors | green
      team systems: Campus systems | grey
      persona amir: Amir, 20, first in his family to study
      quote: Everybody says ask if you have a question. I do not know what the question is.
      purpose: Become an engineer without becoming a stranger at home.
      context: Works Fridays and Saturdays in a bakery. Lives with his parents, fifty minutes by train. Good at mathematics, silent in groups.
      functional: A timetable that leaves Friday free
      functional: To know which letters matter
      functional: Money on the account before the rent is due
      emotional: To belong without pretending
      emotional: To be allowed not to know
      uses: Phone
      uses: A group chat of people he has never met
      people: His mother, who keeps every letter in a drawer
      people: Samira, two years ahead, his mentor if they find each other
      segment: person.applicantType == 'first_degree' && person.parentsDegree == false
      persona ruth: Ruth, 44, studies again beside her job
      quote: I pay for this in evenings.
      purpose: A degree in nursing management, part time, in eight terms at most.
      context: Ward manager, two teenagers, every evening counted. Has studied before, under other rules.
      functional: Dates a term ahead
      functional: Credit for what I can do already
      emotional: Not to be treated as nineteen
      uses: E-mail, at 22:30
      people: Her manager, who must sign the study leave
      segment: person.applicantType == 'part_time'

      == Apply: May I?
      -- Choose a course: Forty-one that sound alike
      begin:
      run: waitFor | Course browsed | P60D
      doing: I open forty tabs and close them at midnight
      doing: My mother asks what one does with it, and I do not know either
      thinking: Is this for people like us?
      functionalNeeds: What a Tuesday in this course looks like
      emotionalNeeds: Somebody who began where I begin
      touch: Reads course pages | web | person > university | on @admissions
      onStageThings: Module handbook as the first link @faculty
      backStagePeople: Each faculty writes its own pages, none reads the others @faculty
      feel amir: -0.5 / 1 : All of it sounds important
      feel ruth: 0.5 / 1 : She knows what she wants
      idea: A Tuesday | Four students film one ordinary Tuesday each; no music.
      -- Send the application: Eleven pages and a deadline
      run: waitFor | study.application_sent | P45D
      doing: I scan my certificate at the bakery
      doing: I press send at 23:40 on the last day
      thinking: Did it go through? There is no tick.
      functionalNeeds: A list of papers with examples of good ones
      emotionalNeeds: A sign that it has arrived
      touch: Applies | web | person > university | on @admissions @systems
      touch: Number in an e-mail | e-mail | university > person | on @admissions
      onStageThings: Form that forgets page 7 when page 8 fails @systems
      backStagePeople: Eight people open 9,000 files by hand in June @admissions
      staff admissions: -1 / 0.5 : Half of June goes into papers that are missing or upside down
      effort admissions: 5 / 3
      feel amir: -1 / 0.5 : No tick
      feel ruth: -0.5 / 0.5 : Asked for her school certificate of 1998
      moment: Did it arrive | person | An hour of silence after the most important click of the year | Calls that only ask this: count | A sign that it arrived
      idea: A tick with a face | At once: it is here, this is complete, this is missing, this person reads it by that date.

      == Say yes: Do I dare?
      -- Get the offer: A letter his mother reads aloud
      run: ask | study.offer_read | P14D
      doing: I translate the letter for my father
      doing: I put it on the fridge, then I am afraid of it
      thinking: They might have made a mistake
      functionalNeeds: What I must do, by when, in three lines
      emotionalNeeds: That somebody means me
      touch: Offer | post | university > person | on @admissions
      onStageThings: Letter of four pages, congratulations in line nineteen @admissions
      feel amir: 1.5 / 2 : The whole family read it
      feel ruth: 1 / 1.5
      idea: One page for the fridge | Page one for the family, the rest for the file.
      -- Accept, wait or decline: Three equal answers
      run: decide | study.place_accepted | P21D
      doing: I wait until my friend knows where he goes
      thinking: If I say no, have I wasted everybody's time?
      functionalNeeds: What I lose by waiting a week
      emotionalNeeds: To be free to say no
      touch: Accepts | web | person > university | on @admissions @systems
      backStageThings: Reminder goes to everybody each third day, also to those who have accepted @systems
      feel amir: 0 / 1 : Five reminders after I had said yes
      feel ruth: 0.5 / 1
      moment: Three equal answers | both | Somebody who says no early makes room for the next one, and may come back | Places given back before July, and those never heard from | Free to decide
      idea: A good no | Thank, ask one question, offer next year; tell nobody who need not know.
      -- Go another way: An apprenticeship, or next year
      run: ending | Not for me |
      end: declined
      doing: I sign with the mechanic, where I can start on Monday
      thinking: It is the right thing for now
      emotionalNeeds: That the door stays open
      feel amir: 0.5 / 1 : Light

      == Arrive: Where do I go?
      -- Get ready: Twenty-three things in six weeks
      run: waitFor | study.enrolled | P42D
      doing: I make a list of what the letters want; it has twenty-three lines
      doing: I ask the group chat what a matriculation is
      thinking: Everybody has a laptop that costs more than our car repairs
      functionalNeeds: One list, in order, with what happens if I miss a line
      emotionalNeeds: To see that others ask, too
      touch: Portal one: fees | web | person > university | on @finance @systems
      touch: Portal two: timetable | web | person > university | on @studies @systems
      touch: Portal three: card | web | person > university | on @students @systems
      onStageThings: Three portals, three passwords @systems
      backStagePeople: Each office sends what it is responsible for @studies @finance
      backStageThings: No system knows all twenty-three @systems
      staff studies: -0.5 / 1 : I answer the same nine questions four hundred times
      effort studies: 4 / 2
      feel amir: -1.5 / 0.5 : I do not know what I do not know
      feel ruth: -1 / 0.5 : All introductions are on weekday mornings
      moment: Twenty-three things | both | Who loses the thread here is missing in week one | New students with an open line on the first day | One list
      idea: One list | All offices write into it; each line says why, by when, and who helps. It shrinks visibly.
      -- Walk in on the first day: A hall with six hundred people
      run: talk | study.first_day | P2D
      doing: I stand at the back because I came from the bakery
      doing: I find the room after two wrong buildings
      thinking: They all know each other. How?
      functionalNeeds: A map that knows where I stand
      emotionalNeeds: One person who expects me
      touch: Welcome | face to face | university > person | on @faculty
      touch: Meets the mentor | face to face | mentor > person | on @students
      onStagePeople: A dean on a stage @faculty
      onStagePeople: Mentors in green shirts, outside @students
      backStageThings: Mentors are matched by alphabet @students
      feel amir: -0.5 / 1.5 : Six hundred, and nobody
      feel ruth: -0.5 / 1 : She was asked whether she is a parent
      moment: One person who expects me | both | Having one name to ask is said to be worth more than any brochure; check it on our own students | Students with a mentor met by week two, and who is here in week ten | To be expected
      idea: Matched by life | Match mentors by way in, work and distance; one message before the first day.

      == Find my feet: Can I do this?
      -- Follow the first weeks: The pace
      run: waitFor | Study session | P42D
      doing: I understand the lecture and nothing of the exercise
      doing: I do the train, the bakery, the sheet, in this order
      thinking: In school I was the good one
      functionalNeeds: To know on which sheet I should stop and ask
      emotionalNeeds: That not knowing is normal here
      touch: Weekly sheet | app | tutor > person | on @faculty
      touch: Looks at a lecture again | web | person > university | on @faculty @systems
      onStagePeople: Tutor with thirty names @faculty
      backStageThings: Sheets handed in are seen by the tutor only @faculty
      staff faculty: 0 / 1 : I see who goes quiet, and have nobody to tell
      effort faculty: 3 / 2
      feel amir: -1 / 0.5 : The good one
      feel ruth: 0 / 0.5 : Sunday evenings
      issues: The first sign anybody sees is a failed examination
      idea: Notice kindly | After two missing sheets the tutor asks one question; nothing is recorded as a risk.
      -- Wait for the money: The grant is late
      run: waitFor | study.grant_paid | P30D
      doing: I take a third shift
      thinking: They say it is being processed. Since when does that mean no?
      functionalNeeds: A date, or the name of what is missing
      emotionalNeeds: Not to have to beg
      touch: Asks for the state | phone | person > university | on @finance
      onStagePeople: A kind voice that sees the same line he sees @finance
      backStageThings: Grant waits for the enrolment file, which waits for the fee, which waits for the grant @finance @studies
      feel amir: -2 / 0 : Third shift
      feel ruth: 0 / 0 : She pays herself
      moment: The grant that waits for itself | both | A circle between two offices turns into shifts, and shifts into missing weeks | Days from complete application to money; students who take more shifts meanwhile | Money in time
      idea: Break the circle | The fee waits for the grant, never the other way round; bridge money within three days.
      detour: Follow the first weeks | comes back to the sheets tired

      == Choose: Is it the right thing?
      -- Get the first results: Two passed, one not
      run: ask | study.results_read | P10D
      doing: I read my number on a list on the wall
      doing: I tell my mother about the two
      thinking: Is one out of three a sign?
      functionalNeeds: What it means, and what most people do then
      emotionalNeeds: A sentence from a human being
      touch: Results | web | university > person | on @faculty @systems
      onStageThings: List of numbers, 62 per cent failed in red @faculty
      feel amir: -1.5 / 0.5 : The red column
      feel ruth: 1 / 1.5 : Passed with a child's fever beside her
      moment: One of three | both | What is said in the three days after a failed examination | Talks within three days; who comes back to the second try | To hear what it means
      idea: Three ways on | Try again, another path, a pause: three equal ways with somebody who has taken each.
      -- Talk it over: With somebody who has time
      run: handOver | study.advice_held | P14D
      doing: I talk to Samira on the train for fifty minutes
      thinking: She failed the same one
      functionalNeeds: The rules, without the threat
      emotionalNeeds: Time
      touch: Advice | face to face | adviser > person | on @studies
      onStagePeople: Adviser with a queue and a good heart @studies
      backStagePeople: Adviser cannot see the grant or the shifts @finance
      staff studies: 0.5 / 1 : These talks are why I am here
      effort studies: 2 / 2
      feel amir: 1 / 1.5 : The same one

      == Go on: My way of studying
      -- Choose the second term: With Friday free
      run: decide | study.second_term_chosen | P21D
      doing: I choose four courses and leave Friday for the bakery
      doing: I sign up as a mentor, to my own surprise
      thinking: I know what the question is now
      functionalNeeds: A plan that holds when I repeat one
      emotionalNeeds: To be somebody who is asked
      touch: Chooses courses | web | person > university | on @studies @systems
      impact: Students who are where they want to be in term two: here, elsewhere, or paused by choice
      feel amir: 1.5 / 2 : I know what the question is
      feel ruth: 1 / 1.5 : Seven terms to go
      idea: Plans that bend | Show at once what a repeat, a pause or a job does to the plan.
      -- Study on: The second term begins
      run: ending | study.second_term_begun |
      end: achieved
      doing: I explain to a new one in the group chat what a matriculation is
      emotionalNeeds: To belong
      feel amir: 2 / 2 : My mother has a drawer for my results
      park: Students who withdraw before the first day: we do not hear why
      park: May a tutor know about shifts and grants? Only if the student says so.
      """;

  private StudentStart() {}
}
