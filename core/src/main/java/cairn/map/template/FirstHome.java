package cairn.map.template;

/** Lena buys her first home: the map of a bank, an agent and a notary around one nurse. */
final class FirstHome {
  static final String TEXT =
      """
      # First home
      about: A nurse on shifts goes from a dream of her own walls to the first night in them.
      scenario: From the evening she wonders whether buying is for her to three months after moving in, or to a clear no.
      team web: Web and app | blue
      team advice: Mortgage advice | teal
      team credit: Credit decision | orange
      team branch: Branch | green
      team partner: Agents and notaries | violet
      persona lena: Lena, 31, nurse on shifts
      quote: I can keep four people alive at night, but this form makes me feel stupid.
      purpose: A small flat of my own, close to the hospital, without losing sleep over the rate.
      context: Rents alone, pays on time, has saved for six years. Free on odd days, tired after nights. Nobody in her family has ever bought.
      functional: Know what I can afford before I fall in love with a flat
      functional: One list of papers, asked for once
      functional: Talk to somebody outside office hours
      functional: An answer before the seller loses patience
      emotional: Not to be talked down to
      emotional: To feel it is my decision, a no included
      emotional: To be safe if I fall ill
      uses: Phone, late in the evening
      uses: Branch, only for the signature
      people: Her mother, who says renting was good enough
      people: Jonas, a colleague who bought last year
      segment: person.age >= 27 && person.age <= 40
      persona omar: Omar and Sibel, 38 and 36, expecting a second child
      quote: We do not have time to do this twice.
      purpose: One more room before the baby comes, at a price that leaves us holidays.
      context: Two incomes, one about to pause for a year. Both have read everything and agree on little of it.
      functional: See what happens when one income pauses
      functional: Both can look at and sign the same papers
      emotional: To be treated as two people with one plan
      uses: Web, together on a Sunday
      people: Sibel's parents, who would lend a part
      segment: person.household == 'family'

      == Dream: Is this for somebody like me?
      -- Wonder whether buying is for me: A rent rise, or a colleague's key ring
      begin:
      run: waitFor | Home interest shown | P30D
      doing: I read the letter about the rent three times and then look at flats on my phone in bed
      doing: I ask Jonas on the night shift how he did it
      thinking: Other people have parents who help. I have me.
      thinking: Is it stupid to buy alone? ~ interview after a night shift
      functionalNeeds: A rough number I can trust, without giving my name
      emotionalNeeds: That nobody laughs at how little I know
      touch: Reads a guide | web | person > bank | on @web
      onStageThings: Guide that begins with "capital, annuity, equity ratio" @web
      backStageThings: Nobody sees that she has read the same page four times @web
      feel lena: -0.5 / 0.5 : Everybody seems to know what an annuity is
      feel omar: 0.5 / 1 : A Sunday project, for now
      issues: The first page speaks of products, she thinks of a kitchen table
      idea: Begin with the rent | One question: what do you pay today? Then show what that would carry, as a range.
      -- Do my first sum: A calculator at eleven at night
      run: waitFor | Budget made | P14D
      doing: I type my pay, then guess at the rest
      doing: I change the numbers until it looks possible
      thinking: It says 310,000. Can that be? I do not believe it.
      functionalNeeds: To see which number makes the difference
      emotionalNeeds: Permission to stop here without being called
      touch: Works out a budget | web | person > bank | on @web
      onStageThings: Calculator that asks for eleven numbers before it gives one @web
      backStageThings: The sum is thrown away when she closes the page @web
      feel lena: 0 / 1 : Hope, and then doubt
      feel omar: 0.5 / 1
      moment: The first number | both | She decides here whether people like her buy at all | Who leaves here never tells us why. Count them. | A number she can trust
      idea: A range with its reasons | Show low, likely and high, and the one thing that would move it most.
      idea: Keep my sum without my name | A code on the phone, nothing else asked.

      == Find out: What can I carry?
      -- Talk to somebody: The first conversation with an adviser
      run: talk | Appointment kept | P10D
      doing: I take the only free slot, at 8:30 after a night shift
      doing: I bring a folder and hope it is the right one
      thinking: She is nice. She says "we" a lot.
      thinking: I nod at things I will look up later ~ recorded advice talk, with consent
      functionalNeeds: Evening or early slots, by video if I like
      emotionalNeeds: To be asked what I want before I am told what I get
      touch: First talk | branch | adviser > person | on @advice
      onStagePeople: Adviser, 45 minutes, screen turned away @advice
      onStageThings: Brochure with seven products @advice
      backStagePeople: Adviser types the same numbers into two systems @advice
      backStageThings: Customer file and sales system do not know each other @advice
      staff advice: -0.5 / 1 : I want to listen, and spend half the talk typing
      effort advice: 4 / 2
      feel lena: -1 / 1 : I left with more paper and fewer answers
      feel omar: 0.5 / 1 : Good talk, though only Sibel was asked for papers
      moment: Asked or told | person | Whether the first talk begins with her plan or with our range | A person who feels asked brings the next papers sooner: to be measured | To be asked first
      idea: Purpose first | Her plan in her words is on the screen before she sits down; the talk begins by reading it back.
      -- Hear what I can afford: A letter that is not yet a promise
      run: decide | home.budget_given | P7D
      doing: I photograph the letter and send it to Jonas
      thinking: "Subject to examination". So is it a yes or not?
      functionalNeeds: A sentence that says what would turn this into a no
      emotionalNeeds: To dare tell my mother
      touch: Budget letter | post | bank > person | on @credit
      onStageThings: Letter with four lines of meaning and two pages of reservations @credit
      backStagePeople: Credit clerk who would like to call and may not @credit
      backStageThings: Rules updated in March, letter text from the year before @credit
      impact: How many budget letters become an application? Count it by month of letter
      feel lena: 0.5 / 1.5 : It is real, and somehow it is not
      feel omar: 0 / 1 : It assumes two full incomes for ever
      idea: Say what would change it | Every budget names the two facts that would turn it, and by how much.

      == Look: Which one could be mine?
      -- Visit flats: Seven in nine weeks
      run: waitFor | Home viewed | P60D
      doing: I stand in a queue of thirty people on a staircase
      doing: I count sockets because I do not know what else to look at
      thinking: The agent looks at my shoes
      functionalNeeds: A short list of what to look at in an old house
      emotionalNeeds: Somebody on my side at least once
      touch: Viewing | face to face | person > agent | on @partner
      onStagePeople: Agent in a hurry @partner
      backStageThings: We do not know she is looking, so we advertise holidays to her @web
      feel lena: -0.5 / 0.5 : One of thirty
      feel omar: -0.5 / 0.5 : With a toddler on the arm
      issues: For nine weeks the bank is silent, then it is urgent for everybody
      idea: A companion for viewings | Checklist on the phone, photographs and doubts kept by flat, one question to an adviser answered the same day.
      -- Want this one: Two days to say so
      run: waitFor | Bid made | P5D
      doing: I call the bank at once and land in a menu
      thinking: If I do not answer by Thursday it is gone
      functionalNeeds: Somebody who can say today whether this flat fits my number
      emotionalNeeds: Calm
      touch: Calls because of the flat | phone | person > bank | on @branch
      onStagePeople: Whoever picks up, who does not know her @branch
      backStagePeople: Adviser on leave, no deputy named @advice
      backStageThings: No way to attach the flat to her budget @advice
      staff branch: -1 / 0.5 : I can only take a message, and I hear how that lands
      effort branch: 3 / 1
      feel lena: -2 / 1 : The one moment I needed them
      feel omar: -1 / 1 : We called twice, two different answers
      moment: Two days to answer | both | The seller decides by Thursday; without a word from us she loses the flat | Flats lost while waiting for us: ask, then count | An answer today
      idea: Ready to say yes | Before the search begins, check everything that does not depend on the flat, so that only the flat is left to check.
      idea: A named deputy | Her adviser's stand-in is in her app, with a face.

      == Decide: Do I do this?
      -- Compare offers: Three tabs, three languages
      run: decide | home.compared | P7D
      doing: I make a table myself, at three in the morning on a break
      thinking: This one is cheaper until it is not
      functionalNeeds: The same figures in the same order from everybody
      emotionalNeeds: To understand what I choose, not to be steered
      touch: Offer | app | bank > person | on @advice
      onStageThings: Offer of nineteen pages @advice
      backStageThings: Price rounds run nightly, so the app and the paper disagree @credit
      feel lena: -0.5 / 1 : I chose with my stomach in the end
      feel omar: 0 / 1 : Our first quarrel about it
      issues: We explain our offer, never the choice
      idea: Compare with anybody | Let her type in another bank's figures and show both fairly, ours not first.
      -- Say yes or no: A no is an answer too
      run: ask | home.decided | P14D
      doing: I call my mother and read the monthly sum aloud
      thinking: If I say no now, do I ever get another chance?
      functionalNeeds: Time until Sunday
      emotionalNeeds: That a no is taken with respect, and closes nothing
      touch: Says yes, not now or no | app | person > bank | on @advice
      onStagePeople: Adviser who calls on Friday to ask again @advice
      feel lena: 1 / 1.5 : My decision
      feel omar: 0.5 / 1 : Relieved that it is decided
      moment: Free to say no | person | Whether a no is heard once, thanked, and left alone | Complaints about calls after a no: count | Her decision stays hers
      idea: No, thank you | Three equal answers, one tap each; after a no nothing more comes unless she reopens it.
      detour: Visit flats | keeps looking
      -- Stay where I am: A clear no, and why
      run: ending | Not for me |
      end: declined
      doing: I hang my map of the city up in the rented kitchen
      thinking: I know now what it would take. That was worth it.
      emotionalNeeds: Not to be asked again next week
      feel lena: 0.5 / 1 : Sad, and clear

      == Sign: Make it true
      -- Bring the papers: Once more, please
      run: waitFor | Papers uploaded | P21D
      doing: I upload my pay slips for the third time
      doing: I take a day of leave for the land register
      thinking: They have this. They have all of this.
      functionalNeeds: See which paper is missing and who has it now
      emotionalNeeds: To be believed
      touch: Uploads papers | app | person > bank | on @credit
      touch: Asks for one more paper | e-mail | bank > person | on @credit
      onStageThings: List of papers that grows @credit
      backStagePeople: Two clerks check the same pay slip on two days @credit
      backStageThings: Pictures are printed and scanned again @credit
      staff credit: -1 / 0.5 : We ask because the other system asks us
      effort credit: 5 / 2
      feel lena: -1.5 / 0.5 : As if I wanted to cheat
      feel omar: -1 / 0.5 : Every paper twice, because we are two
      moment: Asked again for what they have | both | Trust leaks with each repeated request | Days from first to last paper, and how many leave on the way | Asked once
      idea: The wallet of papers | What was checked once is valid for the whole journey, and she sees by whom and until when.
      -- Sign at the notary: Everybody in one room
      run: waitFor | home.signed | P30D
      doing: I wear the jacket from my graduation
      thinking: He reads so fast. Everybody nods. I nod.
      functionalNeeds: The text three days before, with the odd words explained
      emotionalNeeds: A moment to breathe before the pen
      touch: Signs | face to face | notary > person | on @partner
      onStagePeople: Notary, seller, agent; nobody from the bank @partner
      backStageThings: Bank learns of the signature by post four days later @credit
      feel lena: 1 / 2 : My name, forty times
      feel omar: 1.5 / 2 : And the baby kicked

      == Live there: Was it right?
      -- Get the keys: The first night
      run: talk | Key received | P3D
      doing: I sleep on a mattress between boxes and send everybody the same photograph
      thinking: It is mine. Also the dripping tap is mine.
      functionalNeeds: Who to ask about the tap, the tax, the insurance
      emotionalNeeds: That somebody is glad with me
      touch: Offer of a credit card | e-mail | bank > person | on @web
      onStageThings: Congratulations letter that is an advertisement @web
      feel lena: 2 / 2 : Best night of the year
      feel omar: 1.5 / 2
      idea: Glad with you, selling nothing | A card written by her adviser, with the three things that surprise first owners in month one.
      -- Settle in: Three months later
      run: ask | home.settled | P90D
      end: achieved
      doing: I check the balance on the first of the month, then I exhale
      thinking: I would do it again. I would do it differently.
      functionalNeeds: To know what happens if I fall ill
      emotionalNeeds: To feel able
      touch: How was it? | app | bank > person | on @advice
      impact: Journeys that end achieved, declined and changed: each is a result, shown side by side
      feel lena: 1.5 / 2 : Tired, proud
      feel omar: 1 / 1.5 : The second income pauses in May
      idea: What I would tell the next one | Ask her for one sentence for somebody who begins today; show it, with her consent, at the very first step.
      park: May we show what others in her situation decided, without nudging?
      park: Who owns the nine silent weeks between budget and flat?
      """;

  private FirstHome() {}
}
