package cairn.map.template;

/** Mr Kaya visits an outpatient clinic: referral, waiting, the examination, and the time after. */
final class PatientVisit {
  static final String TEXT =
      """
      # Patient visit
      about: An elderly man is referred to a heart clinic; his daughter translates, and both wait.
      scenario: From the family doctor's "somebody should look at that" to living on with the answer.
      team practice: Family practice | green
      team desk: Clinic front desk | blue
      team nurses: Nurses and assistants | teal
      team doctors: Cardiology | orange
      team lab: Laboratory and imaging | violet
      team records: Records and billing | grey
      persona kaya: Mr Kaya, 71, retired bus driver
      quote: They explained it very well. To my daughter.
      purpose: Know whether my heart will carry me to my grandson's school, two hills from here.
      context: Lives alone since last winter. Reads slowly, hears badly on the left. Never late in thirty-four years of service.
      functional: One date that holds
      functional: Words I can repeat at home
      functional: To know which pills on the morning
      emotional: To be spoken to, not about
      emotional: To keep my trousers on as long as possible
      uses: Telephone with large buttons
      uses: Letters in a folder
      people: Elif, his daughter, 39, takes half a day of leave each time
      people: Mrs Brandt, the practice assistant who knows his voice
      segment: person.age >= 65 && person.referral == 'cardiology'
      persona elif: Elif, 39, daughter, translates and drives
      quote: I hold the folder, the phone, the parking ticket and his hand.
      purpose: That nothing is missed, and that he stays the one who decides.
      context: Works in a tax office, two children. Has learned more cardiology than she wanted.
      functional: One call instead of five
      functional: Dates she can move from her phone
      emotional: To be the daughter again, not the file
      uses: Phone at lunch
      people: Her brother abroad, who wants to know everything by message
      segment: person.role == 'relative'

      == Referred: Somebody should look at that
      -- Hear that it needs a look: Six minutes in the practice
      begin:
      run: waitFor | visit.referred | P14D
      doing: I say it is nothing, and sit down half-way up the stairs
      doing: I fold the paper twice and put it in my passport
      thinking: My brother was sixty-nine
      functionalNeeds: Whether it is urgent: days, weeks or months
      emotionalNeeds: Not to be frightened on a Friday
      touch: Referral | face to face | doctor > person | on @practice
      onStagePeople: Doctor who has known him for twenty years @practice
      onStageThings: Paper with a diagnosis in Latin @practice
      backStageThings: Urgency is a letter in a corner: A, B or C @practice
      staff practice: 0 / 1 : I write B and hope they read it as I mean it
      effort practice: 2 / 1
      feel kaya: -1 / 0 : Latin, on a Friday
      feel elif: -0.5 / 0
      idea: Days, weeks or months | The referral says it in words and in his language, and what to do if it gets worse.
      -- Get a date: The line is busy
      run: waitFor | visit.booked | P21D
      doing: I call eleven times; at the twelfth I am asked for a number I do not have
      doing: Elif calls from work and lies that she is me
      thinking: If it were bad they would call me
      functionalNeeds: A date, and whom to call when I feel worse before it
      emotionalNeeds: That the waiting has an end
      touch: Calls for a date | phone | person > clinic | on @desk
      touch: Letter with the date | post | clinic > person | on @desk
      onStagePeople: Voice that is rushed and polite @desk
      backStagePeople: Referrals are sorted once a week, on Thursdays @desk
      backStageThings: Fax @desk @practice
      staff desk: -1.5 / 0.5 : I hear the same fear forty times a day and have slots for twelve
      effort desk: 5 / 3
      feel kaya: -1.5 / 0.5 : Eleven times
      feel elif: -1 / 0.5 : I had to lie
      moment: Is it bad | both | Nobody says how urgent it is, so he chooses the worst or the best | Days from referral to date, by urgency; calls for each date | To know how urgent it is
      idea: We call you | The clinic calls within two working days of a referral, with a date and a number for worse days.

      == Prepare: What do I bring?
      -- Read the letter: Three sheets, one of them yellow
      run: talk | visit.prepared | P7D
      doing: I underline everything
      doing: I do not take my pills that morning, to be safe
      thinking: Fasting means no coffee? For how long?
      functionalNeeds: Pills yes or no, coffee yes or no, from when
      emotionalNeeds: To do it right
      touch: Preparation sheet | post | clinic > person | on @nurses
      onStageThings: Sheet for three different examinations, tick where it applies, none ticked @nurses
      backStagePeople: Nurse knows exactly; the sheet was made by records @records
      issues: Who prepared wrongly is sent home, and the slot stays empty
      feel kaya: -0.5 / 0.5 : Nothing is ticked
      feel elif: -0.5 / 0.5
      moment: Pills yes or no | both | A wrong morning costs him a month and the clinic an hour | Visits that cannot take place because of the preparation | One clear sentence
      idea: The day before | A call by a nurse at four in the afternoon: pills, coffee, who comes along, any fear.
      -- Get there: Two buses and a hill
      run: waitFor | visit.arrived | P1D
      doing: I am there an hour early, as on every day of my life
      doing: Elif drives round the block three times
      thinking: I drove this line. There used to be a stop.
      functionalNeeds: The door, not the address
      emotionalNeeds: To arrive with some breath left
      touch: Follows signs | face to face | person > clinic | on @desk
      onStageThings: Signs by building letter; the letter says "cardiology" @desk
      feel kaya: 0 / 0.5 : There used to be a stop
      feel elif: -1 / 0 : No parking within his walking distance
      idea: A seat half-way | Two chairs on the hill, and a call button at the lower entrance.

      == Be there: Do they see me?
      -- Register: Behind glass
      run: waitFor | visit.registered | PT30M
      doing: I say my name to the left, where I hear nothing
      doing: I spell our name
      thinking: Everybody hears why I am here
      functionalNeeds: To be called in a way I notice
      emotionalNeeds: To be more than a card
      touch: Registers | face to face | person > clinic | on @desk
      onStagePeople: Two people behind glass, one on the phone @desk
      onStageThings: Tablet with nine consents @records
      backStageThings: Same nine consents as at the last visit @records
      feel kaya: -0.5 / 0.5 : On my left
      feel elif: -0.5 / 0
      idea: Which ear, which language | Ask once, show it to all who meet him.
      -- Wait: Forty minutes, then fifty
      run: waitFor | visit.called_in | PT2H
      doing: I count how often the door opens for somebody who came later
      doing: Elif answers mails on her knees
      thinking: Have they forgotten me? I would never have left anybody at a stop.
      functionalNeeds: How long, honestly, and why others go first
      emotionalNeeds: Not to be forgotten
      touch: Waits | face to face | clinic > person | on @nurses
      onStageThings: Screen with health films, no names, no times @nurses
      backStagePeople: Assistant who sees the delay and has no way to say it @nurses
      backStageThings: Emergencies go first; nobody in the room knows it @doctors
      staff nurses: -1 / 0.5 : They look at me each time the door opens
      effort nurses: 4 / 2
      feel kaya: -1.5 / 0 : Forgotten
      feel elif: -1.5 / 0 : Half a day becomes a day
      moment: Forgotten | both | Waiting with a reason is another thing than waiting | Minutes waited against minutes announced; who leaves unseen | To be told
      idea: Say it | Every twenty minutes somebody stands up and says how it stands. A minute each time.

      == Examined: What is it?
      -- Be examined: Cold gel
      run: waitFor | visit.examined | PT1H
      doing: I hold my breath as asked, and a little longer
      doing: I look at her face, not at the screen
      thinking: She has stopped talking. Is that bad?
      functionalNeeds: To know what comes next before it comes
      emotionalNeeds: A blanket, and a word
      touch: Ultrasound | face to face | doctor > person | on @lab @doctors
      onStagePeople: Technician who may not say what she sees @lab
      backStageThings: Pictures go to a doctor in another building @doctors
      feel kaya: -1 / 0 : She stopped talking
      feel elif: -1 / 0 : Outside the door
      issues: The rule that protects from wrong news makes silence sound like bad news
      idea: Say the silence | "I am quiet now because I measure. It says nothing about you."
      -- Hear the answer: Nine minutes
      run: talk | visit.result_told | PT2H
      doing: I nod. Elif writes.
      doing: I ask about the two hills and she laughs kindly and does not answer
      thinking: Is that a yes for the hills?
      functionalNeeds: Three sentences: what it is, what we do, what I can do
      emotionalNeeds: To be the one who is told
      touch: Talk about the result | face to face | doctor > person | on @doctors
      onStagePeople: Doctor, tired and precise, speaks to Elif @doctors
      onStageThings: Drawing of a heart, taken away again @doctors
      backStageThings: Nine minutes planned for every talk @desk
      staff doctors: 0 / 1 : I know the heart after two minutes; the person would take twenty
      effort doctors: 3 / 3
      feel kaya: 0 / 1.5 : To my daughter
      feel elif: 0 / 1 : I translated the word for failure
      moment: To be told oneself | both | What he can repeat at home is what he will do | Ask at the door what they will tell at home; count the matches | To be spoken to
      idea: Tell it back | "What will you say at home?" The answer goes on a card in his words, one copy for the file.
      idea: The two hills | Ask each person for their hills, and answer them first.

      == Go home: What do I do now?
      -- Leave with a plan: Or with a paper
      run: handOver | visit.plan_given | P2D
      doing: I go to the pharmacy, which does not have it
      doing: Elif photographs the plan for her brother
      thinking: The old ones as well as the new ones?
      functionalNeeds: One list of pills that replaces all others
      emotionalNeeds: A number that answers
      touch: Prescription | paper | clinic > person | on @doctors
      touch: Letter to the practice | fax | clinic > practice | back @doctors @practice
      onStageThings: New list; the old one still hangs in the kitchen @doctors
      backStagePeople: Family doctor hears of it eleven days later @practice
      backStageThings: Letter waits for a signature, then for the fax @records
      feel kaya: -0.5 / 1 : Old and new
      feel elif: -1 / 0.5 : Three lists
      moment: Old list, new list | both | Two lists in one kitchen are the commonest danger of the whole way: check with the practice | Lists that differ a week later; calls by pharmacies | One list
      idea: Swap the list | He brings the old one and leaves with one; the practice gets the same one on the same day.
      -- Be asked how it goes: After a week
      run: ask | visit.followed_up | P10D
      doing: I tell Mrs Brandt on the phone that I walked to the first hill
      thinking: They remember me
      functionalNeeds: Whether the tiredness comes from the pills
      emotionalNeeds: That somebody asks
      touch: Call after a week | phone | clinic > person | on @nurses
      onStagePeople: Nurse with his card in front of her @nurses
      staff nurses: 1 / 1.5 : The best half hour of my week
      effort nurses: 2 / 2
      feel kaya: 1 / 1.5 : They remember me
      feel elif: 1 / 1.5
      idea: Ask for the hills | The first question is his own goal, then the pills.
      detour: Get a date | comes back because it is worse

      == Live on: With the answer
      -- Walk to the school: Two hills, with a rest on each
      run: ending | visit.goal_reached |
      end: achieved
      doing: I am an hour early
      thinking: The second hill is the smaller one
      emotionalNeeds: To go on my own
      impact: Own goals reached after three months, as the patients say it, beside the clinical measure
      feel kaya: 2 / 2 : My grandson pretended not to see me, as one does
      feel elif: 1.5 / 1.5
      -- Choose to leave it: No more examinations
      run: ending | visit.declined |
      end: declined
      doing: I tell the doctor that I want to be left in peace with it, and she listens
      thinking: It is my heart
      emotionalNeeds: That no is an answer
      feel kaya: 0.5 / 1 : Heard
      feel elif: -0.5 / 0 : It was his decision
      park: Who may see what Elif is told? He decides; we have no place to write it down.
      park: Patients without a daughter
      """;

  private PatientVisit() {}
}
