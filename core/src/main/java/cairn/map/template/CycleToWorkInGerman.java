package cairn.map.template;

/** {@link CycleToWork}, line for line, for readers of German. */
final class CycleToWorkInGerman {
  static final String TEXT =
      """
      # Mit dem Rad zur Arbeit
      about: Eine Pendlerin versucht es mit dem Rad, mit ihrem Betrieb und ihrer Stadt, und bleibt dabei oder nicht.
      scenario: Von noch einem Morgen im Stau bis zur ersten trockenen Woche des zweiten Jahres, oder mit guten Gründen zurück ins Auto.
      team people: Personal und Kultur | teal
      team site: Standort und Gebäude | orange
      team city: Fahrradbüro der Stadt | green
      team shop: Fahrradläden als Partner | violet
      team data: Daten zur Mobilität | blue
      persona priya: Priya, 42, Laborleiterin, 7 km zur Arbeit
      quote: Ich bin keine Radfahrerin. Ich bin jemand, der weniger wütend ankommen möchte.
      purpose: Wach ankommen, weniger für Benzin ausgeben und meiner Tochter zeigen, dass es geht.
      context: Ein Auto, ein Kind, das um 7:40 an der Schule sein muss. Ist als Studentin geradelt. Fürchtet eine Kreuzung. Hat einen guten Mantel.
      functional: Ein Weg, der die Kreuzung am Depot umgeht
      functional: Ein trockener Platz für das Rad und für mich
      functional: Wissen, wie ich heimkomme, wenn es schüttet
      emotional: Vor dem Team nicht lächerlich aussehen
      emotional: Mich mit einem Kind hinter mir sicher fühlen
      uses: Nachricht von einer Kollegin
      uses: App für Mitarbeitende, selten
      people: Ihre Tochter, sieben, die unterwegs Hunde zählt
      people: Marek, der bei jedem Wetter radelt und davon erzählt
      segment: person.commuteKilometres >= 2.0 && person.commuteKilometres <= 12.0 && person.usualMode == 'car'
      persona tomasz: Tomasz, 57, Techniker, beginnt um fünf
      quote: Um halb fünf sind auf der Straße nur ich und die Füchse.
      purpose: Acht Kilo verlieren vor der Operation, ohne Fitnessstudio.
      context: Frühschicht, 11 km, ein altes Stahlrad im Keller. Geschickte Hände, kein Freund von Apps.
      functional: Licht auf den letzten zwei Kilometern
      functional: Eine Dusche vor der Übergabe um fünf
      emotional: Nicht als Vorbild herhalten müssen
      uses: Schwarzes Brett
      uses: Was man am Tor erzählt
      people: Seine Frau, die sich um die Dunkelheit sorgt
      segment: person.usualMode == 'bus' && person.commuteKilometres <= 15.0

      == Bemerken: Etwas muss sich ändern
      -- Einen Morgen verlieren: Vierzig Minuten für sieben Kilometer
      begin:
      run: waitFor | Interest shown | P30D
      doing: Ich stehe den dritten Tag hinter demselben Bus und beantworte an der Ampel E-Mails
      doing: Ich sehe eine Frau mit Kindersitz an mir vorbeirollen
      thinking: Sie kommt vor mir an. Mit einem Kind.
      thinking: Ich könnte. Theoretisch. ~ Gespräch auf dem Flur
      functionalNeeds: Ehrlich sehen, wie lange es von Tür zu Tür dauert, mit der Schule
      emotionalNeeds: Dass der Gedanke eine Weile ein Gedanke bleiben darf
      touch: Plakat im Aufzug | Aushang | Arbeitgeber > Person | on @people
      onStageThings: Plakat mit einem Rennfahrer in Gelb @people
      backStageThings: Die Umfrage zur Mobilität wurde einmal gelesen, im März @data
      feel priya: -1.5 / -0.5 : Wütend, bevor der Tag beginnt
      feel tomasz: -0.5 / 0 : Nur der Arzt spricht davon
      issues: Alle unsere Bilder zeigen Menschen, die schon radeln
      idea: Ihre Tür bis zu Ihrem Tisch | Ein ehrlicher Vergleich für ihren eigenen Weg: Minuten, Geld, Steigung und die schlimmste Kreuzung.
      -- Sagen, was ich davon will: In ihren eigenen Worten
      run: ask | cycle.purpose_stated | P14D
      doing: Ich tippe „weniger wütend“ in das Formular und lösche es wieder
      thinking: Die wollen die Erde retten. Ich will meine Morgen retten.
      functionalNeeds: Es auf meine Art sagen und später ändern
      emotionalNeeds: Dass mein Chef es nicht liest
      touch: Fragt, wozu es gut wäre | App | Arbeitgeber > Person | on @people
      feel priya: 0 / 1 : Komisch, gefragt zu werden
      feel tomasz: -0.5 / 0.5 : Noch ein Formular
      moment: Mein Grund, nicht ihrer | person | Ist die Antwort nur CO2, hört sie, dass es nicht um sie geht | Wer einen eigenen Grund nennt und dabeibleibt: zu messen | Dass ihre eigenen Worte zählen
      idea: Gründe in allen Worten | Zuerst freier Text; Vorschläge nur als Hilfe. Vorgesetzte sehen nichts, und die Seite sagt das.

      == Vorbereiten: Was bräuchte es?
      -- Einen Weg finden: Ohne die Kreuzung am Depot
      run: talk | First ride planned | P14D
      doing: Ich sehe auf die Karte und sehe nur die Straße, die ich vom Auto kenne
      thinking: Hinter den Gärten muss es einen Weg geben
      functionalNeeds: Ein ruhiger Weg, auch wenn er länger ist
      emotionalNeeds: Ihn sehen, bevor ich ihn fahre
      touch: Vorschlag für den Weg | App | Arbeitgeber > Person | on @city @data
      onStageThings: Stadtplan, der schnellste Weg zuerst @city
      backStagePeople: Ein Planer, der jeden Bordstein kennt @city
      backStageThings: Kreuzung im Mai umgebaut, Karte vom Jahr davor @city
      staff city: 0.5 / 1 : Ich kenne den Weg, den sie braucht; niemand fragt mich
      effort city: 2 / 1
      feel priya: -0.5 / 1 : Die Karte schickt mich über das Depot
      feel tomasz: 0 / 1 : Er kennt jeden Weg, und wo die Lampen aus sind
      moment: Die eine Kreuzung | person | Eine Kreuzung entscheidet, nicht die anderen sechs Kilometer | Wie viele hören an derselben Stelle auf zu planen? Man könnte es der Stadt sagen. | Ein Weg, der sich sicher anfühlt
      idea: Zeigt mir den ruhigen | Ruhig vor schnell; Fotos von jeder Abzweigung, von Menschen, die dort fahren.
      idea: Ein Sonntagsversuch mit Marek | Ein Kollege fährt ihn einmal mit ihr, langsam, an einem Sonntag.
      -- Ein Rad bekommen: Leihen, dann kaufen
      run: decide | Bicycle collected | P21D
      doing: Ich pumpe die Reifen des alten auf, und sie halten eine Stunde
      doing: Ich frage, was ein elektrisches kostet, und lache
      thinking: Ich zahle nicht 3.000, um zu merken, dass ich es nicht mag
      functionalNeeds: Zwei Wochen eines ausprobieren, mit Kindersitz
      emotionalNeeds: Dass mir niemand etwas verkauft
      touch: Angebot eines Leihrads | E-Mail | Arbeitgeber > Person | on @people
      touch: Montiert den Kindersitz | persönlich | Laden > Person | on @shop
      onStageThings: Leasingformular mit sechs Seiten @people
      backStagePeople: Die Lohnstelle prüft jeden Vertrag von Hand @people
      backStageThings: Vier Leihräder, eine Liste auf Papier @site
      staff people: -0.5 / 0.5 : Sechs Seiten, weil das Recht für Autos geschrieben ist
      effort people: 4 / 2
      feel priya: 0 / 1.5 : Der Laden war freundlich, das Formular nicht
      feel tomasz: 1 / 1 : Er repariert es selbst
      issues: Das Angebot ist Leasing für drei Jahre; gebraucht werden zwei Wochen
      idea: Zwei Wochen, kein Formular | Ein Leihrad gegen eine Unterschrift; das Formular kommt, wenn sie es behalten will.

      == Ausprobieren: Die ersten zwei Wochen
      -- Am ersten Morgen fahren: Sieben Kilometer, ein Hund doppelt gezählt
      run: waitFor | Trip recorded | P7D
      doing: Ich fahre zwanzig Minuten früher los und komme fünfundzwanzig früher an
      doing: Ich schiebe über die Kreuzung, mit dem Kind hinter mir
      thinking: Meine Beine. Meine Lunge. Dieses Licht auf dem Kanal.
      functionalNeeds: Wohin mit der nassen Jacke
      emotionalNeeds: Dass es jemand bemerkt, leise
      touch: Erste Fahrt gezählt | App | Person > Arbeitgeber | on @data
      onStagePeople: Pförtner, der Radfahrende beim Namen grüßt @site
      onStageThings: Fahrradständer zwischen den Mülltonnen @site
      backStageThings: Das Zählwerk am Tor zählt doppelt, wenn zwei zusammen fahren @data
      feel priya: 1.5 / 2 : Das hatte ich vergessen
      feel tomasz: 1 / 1.5 : Die Füchse
      moment: Zum ersten Mal ankommen | both | Was sie am Tor erwartet, entscheidet, ob es ein zweites Mal gibt | Zweite Fahrten nach einer ersten, je Eingang: zählen | Trocken und mit Würde ankommen
      idea: Schränke, die man findet | Zwei Wochen lang ein trockener Schrank mit ihrem Namen, neben der Tür und nicht bei den Tonnen.
      -- Regen erleben: Tag vier
      run: decide | cycle.rain_day | P3D
      doing: Ich stehe um 7:05 am Fenster und sehe in den Himmel wie ein Bauer
      thinking: Wenn ich heute das Auto nehme, war es das dann?
      functionalNeeds: Um sieben wissen, ob es um halb acht trocken ist, und wie ich heimkomme
      emotionalNeeds: Das Auto nehmen dürfen, ohne gescheitert zu sein
      touch: Ein Wort zum Wetter um sieben | App | Arbeitgeber > Person | on @data
      backStageThings: Die Rangliste verschicken wir auch an Regentagen @people
      feel priya: -1.5 / 0.5 : Nass, spät und Vorletzte der Rangliste
      feel tomasz: 0 / 0.5 : Er hat schon Regen gesehen
      moment: Der erste nasse Morgen | person | Schuld lässt aufhören; ein trockener Heimweg lässt weitermachen | Fahrten in der Woche nach dem ersten Regen | Nicht gescheitert zu sein
      idea: Keine Rangliste, nie | Fahrten nur für sie zählen; das Team sieht eine Summe, und nur, wenn es genug sind.
      idea: Trocken nach Hause | Zweimal im Jahr ein Taxi heim, ohne Fragen, am ersten Tag gesagt.
      detour: Am ersten Morgen fahren | nimmt das Auto und versucht es morgen wieder

      == Dabeibleiben: Es wird Gewohnheit
      -- Entscheiden, was bleibt: Nach zwei Wochen
      run: ask | cycle.fortnight_over | P21D
      doing: Ich zähle: sechs von zehn Morgen
      thinking: Sechs ist nicht zehn. Sechs ist auch nicht nichts.
      functionalNeeds: Das Rad behalten, sonst nichts ändern
      emotionalNeeds: Dass sechs von zehn als Ja zählt
      touch: Behalten, jetzt nicht, nein danke | App | Person > Arbeitgeber | on @people
      feel priya: 1 / 1.5 : Stolz auf sechs
      feel tomasz: 0.5 / 1 : Jeden Tag heißt jeden Tag
      moment: Sechs von zehn | both | Ob ein Teil des Weges als Erfolg zählt | Menschen, die bei drei oder mehr Tagen in der Woche bleiben | Mein Maß, nicht eures
      idea: Manche Tage sind ein Plan | Sie wählt ihre Tage; erinnert wird nur an denen.
      -- Durch eine Jahreszeit fahren: Licht, Handschuhe, ein Platten
      run: waitFor | cycle.season_passed | P90D
      doing: Ich lerne aus einem Film, einen Schlauch zu wechseln, zweimal
      doing: Jemand in einem Auto fragt mich nach dem Weg
      thinking: Wann wurde ich eine von denen?
      functionalNeeds: Eine Pumpe bei der Arbeit, ein Laden, der mich am selben Tag nimmt
      emotionalNeeds: Dazugehören, ohne Gelb zu tragen
      touch: Repariert am selben Tag | persönlich | Laden > Person | on @shop
      onStageThings: Pumpe am Tor, angekettet und kaputt @site
      backStagePeople: Die Hausverwaltung bestellt im nächsten Quartal eine neue @site
      staff site: -0.5 / 0.5 : Ich höre es am Tor und kann nichts bestellen
      effort site: 3 / 1
      feel priya: 0.5 / 1.5 : Ein Platten am kältesten Tag
      feel tomasz: -1 / 0.5 : November, keine Lampe auf den letzten zwei Kilometern
      idea: Eine Pumpe, die pumpt | Ein eigener Betrag für kleine Reparaturen, beim Pförtner.

      == Sehen: Was es bewirkt hat
      -- Sehen, was zusammenkommt: Für sie und für alle
      run: talk | cycle.effect_shown | P120D
      doing: Ich lese: 84 Fahrten, 588 Kilometer, zwei Tankfüllungen
      thinking: Und wenn ich sonst den Bus genommen hätte? Sogar das haben sie gefragt.
      functionalNeeds: Die Summe mit ihrer Unsicherheit, und wie sie entstand
      emotionalNeeds: Teil von etwas Wahrem sein
      touch: Bild des Jahres | App | Arbeitgeber > Person | on @data
      onStageThings: Urkunde mit einem Baum darauf @people
      backStageThings: CO2 aus allen Fahrten gerechnet, als wäre jede eine Autofahrt gewesen @data
      impact: Fahrten von Menschen, die sonst gefahren wären, verglichen mit Menschen, die nicht eingeladen waren: Dieser Unterschied ist die Wirkung
      feel priya: 1.5 / 2 : Eine Zahl, der ich glaube
      feel tomasz: 1 / 1.5 : Sechs Kilo
      moment: Eine wahre Zahl | organisation | Eine aufgeblasene Zahl kostet das Vertrauen aller, die rechnen können | Unterschied zur Vergleichsgruppe, mit seiner Spanne | Ehrlichkeit
      idea: Den Vergleich zeigen | Fahrten mit und ohne das Angebot, mit der Spanne; sagen, wem es nichts bringt.
      -- Weiterfahren: Das zweite Jahr beginnt
      run: ending | cycle.second_year |
      end: achieved
      doing: Ich erzähle der Neuen im Labor vom Weg hinter den Gärten
      thinking: Sie sei keine Radfahrerin, sagt sie.
      emotionalNeeds: Es weitergeben
      feel priya: 2 / 2 : Dieses Licht auf dem Kanal
      feel tomasz: 1.5 / 1.5
      -- Zurück ins Auto: Mit guten Gründen
      run: ending | Not for me |
      end: declined
      doing: Ich gebe das Rad zurück und sage, warum: Die Schule ist umgezogen
      thinking: Sie haben mir gedankt. Sie haben nicht versucht, mich umzustimmen.
      emotionalNeeds: Dass die Tür offen bleibt
      feel priya: 0 / 0.5 : Gut zu wissen war es
      park: Wie zählen wir Menschen, die das Auto lassen und die Straßenbahn nehmen?
      park: Lampen auf den letzten zwei Kilometern: Wem gehören sie?
      """;

  private CycleToWorkInGerman() {}
}
