package cairn.map.template;

/** Priya moves from the car to the bicycle: an employer, a city and a bicycle shop around her. */
final class CycleToWork {
  static final String TEXT =
      """
      # Cycle to work
      about: A commuter tries the bicycle, with her employer and her city, and keeps it or does not.
      scenario: From one more morning in the traffic jam to the first dry week of the second year, or back to the car with good reasons.
      team people: People and culture | teal
      team site: Site and facilities | orange
      team city: City cycling office | green
      team shop: Partner bicycle shops | violet
      team data: Mobility data | blue
      persona priya: Priya, 42, laboratory lead, 7 km from work
      quote: I am not a cyclist. I am somebody who would like to arrive less angry.
      purpose: Arrive awake, spend less on fuel, and show my daughter that it can be done.
      context: One car, one child to drop at school at 7:40. Rode as a student. Afraid of one crossing. Owns one good coat.
      functional: A way that avoids the crossing at the depot
      functional: A dry place for the bicycle and for me
      functional: To know how I get home if it pours
      emotional: Not to look ridiculous in front of the team
      emotional: To feel safe with a child behind me
      uses: Message from a colleague
      uses: Staff app, rarely
      people: Her daughter, seven, who counts dogs on the way
      people: Marek, who cycles in all weathers and talks about it
      segment: person.commuteKilometres >= 2.0 && person.commuteKilometres <= 12.0 && person.usualMode == 'car'
      persona tomasz: Tomasz, 57, technician, begins at five
      quote: At half past four there is nobody on the road but me and the foxes.
      purpose: Lose eight kilos before the operation, without the gym.
      context: Early shift, 11 km, an old steel bicycle in the cellar. Good with his hands, no friend of apps.
      functional: Light on the last two kilometres
      functional: A shower before the hand-over at five
      emotional: Not to be made an example of
      uses: Notice board
      uses: Word of mouth at the gate
      people: His wife, who worries about the dark
      segment: person.usualMode == 'bus' && person.commuteKilometres <= 15.0

      == Notice: Something has to change
      -- Lose a morning: Forty minutes for seven kilometres
      begin:
      run: waitFor | Interest shown | P30D
      doing: I sit behind the same bus for the third day and answer mail at the lights
      doing: I watch a woman with a child seat roll past me
      thinking: She arrives before me. With a child.
      thinking: I could. In theory. ~ corridor talk
      functionalNeeds: To see honestly how long it would take door to door, school included
      emotionalNeeds: That the thought may stay a thought for a while
      touch: Poster in the lift | print | employer > person | on @people
      onStageThings: Poster with a racing cyclist in yellow @people
      backStageThings: The mobility survey was read once, in March @data
      feel priya: -1.5 / -0.5 : Angry before the day begins
      feel tomasz: -0.5 / 0 : Only the doctor speaks of it
      issues: All our pictures show people who already cycle
      idea: Your door to your desk | One honest comparison for her own way: minutes, money, climb, and the worst crossing.
      -- Say what I want from it: In her own words
      run: ask | cycle.purpose_stated | P14D
      doing: I type "less angry" into the form and delete it again
      thinking: They want to save the planet. I want to save my mornings.
      functionalNeeds: To say it my way, and change it later
      emotionalNeeds: That my boss does not read it
      touch: Asks what it would be for | app | employer > person | on @people
      feel priya: 0 / 1 : Funny to be asked
      feel tomasz: -0.5 / 0.5 : Another form
      moment: My reason, not theirs | person | If the answer is only CO2, she hears that it is not about her | Those who state a reason of their own, and stay: to be measured | Her own words count
      idea: Reasons in any words | Free text first; chips only to help. Nothing shown to managers, and the page says so.

      == Prepare: What would it take?
      -- Find a way: Without the crossing at the depot
      run: talk | First ride planned | P14D
      doing: I look at the map and see only the road I know by car
      thinking: There must be a way behind the allotments
      functionalNeeds: A quiet way, even if it is longer
      emotionalNeeds: To see it before I ride it
      touch: Route suggestion | app | employer > person | on @city @data
      onStageThings: City map, fastest way first @city
      backStagePeople: One planner who knows every kerb @city
      backStageThings: Crossing rebuilt in May, map from the year before @city
      staff city: 0.5 / 1 : I know the way she needs; nobody asks me
      effort city: 2 / 1
      feel priya: -0.5 / 1 : The map sends me over the depot
      feel tomasz: 0 / 1 : He knows every way, and where the lamps are out
      moment: The one crossing | person | One crossing decides, not the other six kilometres | How many stop planning at the same spot? The city could be told. | A way that feels safe
      idea: Show me the quiet one | Quiet before fast; photographs of each turn by people who ride it.
      idea: A Sunday try with Marek | A colleague rides it with her once, slowly, on a Sunday.
      -- Get a bicycle: Borrow before buying
      run: decide | Bicycle collected | P21D
      doing: I pump up the tyres of the old one and they stay up for an hour
      doing: I ask what an electric one costs and laugh
      thinking: I am not paying 3,000 to find out that I do not like it
      functionalNeeds: Try one for two weeks, child seat included
      emotionalNeeds: Not to be sold to
      touch: Offer of a loan bicycle | e-mail | employer > person | on @people
      touch: Fits the child seat | face to face | shop > person | on @shop
      onStageThings: Leasing form of six pages @people
      backStagePeople: Payroll checks each contract by hand @people
      backStageThings: Four loan bicycles, a list on paper @site
      staff people: -0.5 / 0.5 : Six pages, because leasing law was written for cars
      effort people: 4 / 2
      feel priya: 0 / 1.5 : The shop was kind, the form was not
      feel tomasz: 1 / 1 : He repairs it himself
      issues: The offer is leasing for three years; the need is two weeks
      idea: Two weeks, no form | A loan bicycle against a signature; the form comes when she wants to keep it.

      == Try: The first fortnight
      -- Ride the first morning: Seven kilometres, one dog counted twice
      run: waitFor | Trip recorded | P7D
      doing: I leave twenty minutes early and arrive twenty-five early
      doing: I push across the crossing with the child behind me
      thinking: My legs. My lungs. That light on the canal.
      functionalNeeds: Where to put the wet jacket
      emotionalNeeds: That somebody notices, quietly
      touch: First trip counted | app | person > employer | on @data
      onStagePeople: Porter who says good morning to cyclists by name @site
      onStageThings: Bicycle stand between the bins @site
      backStageThings: Counter at the gate counts twice when two ride together @data
      feel priya: 1.5 / 2 : I had forgotten this
      feel tomasz: 1 / 1.5 : The foxes
      moment: Arriving the first time | both | What meets her at the gate decides whether there is a second time | Second trips after a first, by entrance: count | A dry and dignified arrival
      idea: Lockers that are found | A dry locker with her name on it for a fortnight, beside the door and not the bins.
      -- Meet rain: Day four
      run: decide | cycle.rain_day | P3D
      doing: I stand at the window at 7:05 and look at the sky like a farmer
      thinking: If I take the car today, was that it?
      functionalNeeds: Know at seven whether it is dry at half past, and how I get home
      emotionalNeeds: Permission to take the car without having failed
      touch: Weather word at seven | app | employer > person | on @data
      backStageThings: We send a challenge ranking on rainy days, too @people
      feel priya: -1.5 / 0.5 : Wet, late, and second to last in the ranking
      feel tomasz: 0 / 0.5 : He has seen rain before
      moment: The first wet morning | person | Guilt makes people stop; a dry way home makes them go on | Trips in the week after the first rain | Not to have failed
      idea: No ranking, ever | Count trips for her alone; the team sees a sum only when there are enough of them.
      idea: Home dry | A taxi home twice a year, no questions, said on day one.
      detour: Ride the first morning | takes the car and tries again tomorrow

      == Keep: It becomes a habit
      -- Decide what stays: After two weeks
      run: ask | cycle.fortnight_over | P21D
      doing: I count: six of ten mornings
      thinking: Six is not ten. Six is also not nothing.
      functionalNeeds: Keep the bicycle, change nothing else
      emotionalNeeds: That six of ten counts as a yes
      touch: Keep it, not now, no thanks | app | person > employer | on @people
      feel priya: 1 / 1.5 : Proud of six
      feel tomasz: 0.5 / 1 : Every day is every day
      moment: Six of ten | both | Whether part of the way counts as success | People who stay at three days or more a week | My measure, not yours
      idea: Some days is a plan | Let her choose her days; remind on those only.
      -- Ride through a season: Lights, gloves, a puncture
      run: waitFor | cycle.season_passed | P90D
      doing: I learn to change a tube from a film, twice
      doing: I am asked for the way by somebody in a car
      thinking: When did I become one of them?
      functionalNeeds: A pump at work, a shop that takes me the same day
      emotionalNeeds: To belong without wearing yellow
      touch: Repairs the same day | face to face | shop > person | on @shop
      onStageThings: Pump at the gate, chained and broken @site
      backStagePeople: Facilities orders a new pump in the next quarter @site
      staff site: -0.5 / 0.5 : I hear about it at the gate and cannot order it
      effort site: 3 / 1
      feel priya: 0.5 / 1.5 : A puncture on the coldest day
      feel tomasz: -1 / 0.5 : November, no lamp on the last two kilometres
      idea: A pump that works | A budget of its own for small repairs, with the porter.

      == See: What it did
      -- See what it adds up to: For her, and for all
      run: talk | cycle.effect_shown | P120D
      doing: I read: 84 trips, 588 kilometres, two tanks of fuel
      thinking: And if I had taken the bus otherwise? They have even asked that.
      functionalNeeds: The sum with its uncertainty, and how it was made
      emotionalNeeds: To be part of something true
      touch: Yearly picture | app | employer > person | on @data
      onStageThings: Certificate with a tree on it @people
      backStageThings: CO2 computed from all trips as if each had been a car trip @data
      impact: Trips by people who would have driven, compared with people who were not invited: that difference is the effect
      feel priya: 1.5 / 2 : A number I believe
      feel tomasz: 1 / 1.5 : Six kilos
      moment: A true number | organisation | One inflated figure costs the trust of everybody who can count | Difference to the comparison group, with its interval | Honesty
      idea: Show the comparison | Trips with and without the programme, with the range; say who does not benefit.
      -- Keep riding: The second year begins
      run: ending | cycle.second_year |
      end: achieved
      doing: I tell the new one in the laboratory about the way behind the allotments
      thinking: She is not a cyclist, she says.
      emotionalNeeds: To pass it on
      feel priya: 2 / 2 : That light on the canal
      feel tomasz: 1.5 / 1.5
      -- Go back to the car: With good reasons
      run: ending | Not for me |
      end: declined
      doing: I give the bicycle back and say why: the school has moved
      thinking: They thanked me. They did not try to talk me round.
      emotionalNeeds: That the door stays open
      feel priya: 0 / 0.5 : It was good to know
      park: How do we count people who stop driving and take the tram?
      park: Lamps on the last two kilometres: whose are they?
      """;

  private CycleToWork() {}
}
