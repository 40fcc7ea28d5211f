package cairn.map.template;

/** {@link PatientVisit}, line for line, for readers of German. */
final class PatientVisitInGerman {
  static final String TEXT =
      """
      # Ein Besuch in der Klinik
      about: Ein alter Mann wird an eine Herzambulanz überwiesen; seine Tochter übersetzt, und beide warten.
      scenario: Vom „das sollte sich jemand ansehen“ der Hausärztin bis zum Leben mit der Antwort.
      team practice: Hausarztpraxis | green
      team desk: Anmeldung der Klinik | blue
      team nurses: Pflege und Assistenz | teal
      team doctors: Kardiologie | orange
      team lab: Labor und Bildgebung | violet
      team records: Akten und Abrechnung | grey
      persona kaya: Herr Kaya, 71, Busfahrer im Ruhestand
      quote: Sie haben es sehr gut erklärt. Meiner Tochter.
      purpose: Wissen, ob mein Herz mich zur Schule meines Enkels trägt, zwei Hügel von hier.
      context: Lebt seit dem letzten Winter allein. Liest langsam, hört links schlecht. In vierunddreißig Dienstjahren nie zu spät.
      functional: Ein Termin, der hält
      functional: Worte, die ich zu Hause wiederholen kann
      functional: Wissen, welche Tabletten am Morgen
      emotional: Dass man mit mir spricht, nicht über mich
      emotional: Meine Hose so lange wie möglich anbehalten
      uses: Telefon mit großen Tasten
      uses: Briefe in einer Mappe
      people: Elif, seine Tochter, 39, nimmt jedes Mal einen halben Tag frei
      people: Frau Brandt, die Praxisassistentin, die seine Stimme kennt
      segment: person.age >= 65 && person.referral == 'cardiology'
      persona elif: Elif, 39, Tochter, übersetzt und fährt
      quote: Ich halte die Mappe, das Telefon, den Parkschein und seine Hand.
      purpose: Dass nichts übersehen wird, und dass er der bleibt, der entscheidet.
      context: Arbeitet in einem Steuerbüro, zwei Kinder. Hat mehr Kardiologie gelernt, als sie wollte.
      functional: Ein Anruf statt fünf
      functional: Termine, die ich vom Telefon aus verschieben kann
      emotional: Wieder die Tochter sein, nicht die Akte
      uses: Telefon in der Mittagspause
      people: Ihr Bruder im Ausland, der alles als Nachricht wissen will
      segment: person.role == 'relative'

      == Überwiesen: Das sollte sich jemand ansehen
      -- Hören, dass man nachsehen muss: Sechs Minuten in der Praxis
      begin:
      run: waitFor | visit.referred | P14D
      doing: Ich sage, es ist nichts, und setze mich auf halber Treppe hin
      doing: Ich falte das Papier zweimal und lege es in meinen Pass
      thinking: Mein Bruder war neunundsechzig
      functionalNeeds: Ob es eilt: Tage, Wochen oder Monate
      emotionalNeeds: An einem Freitag nicht erschreckt werden
      touch: Überweisung | persönlich | Ärztin > Person | on @practice
      onStagePeople: Ärztin, die ihn seit zwanzig Jahren kennt @practice
      onStageThings: Papier mit einer Diagnose auf Latein @practice
      backStageThings: Die Dringlichkeit ist ein Buchstabe in der Ecke: A, B oder C @practice
      staff practice: 0 / 1 : Ich schreibe B und hoffe, sie lesen es, wie ich es meine
      effort practice: 2 / 1
      feel kaya: -1 / 0 : Latein, an einem Freitag
      feel elif: -0.5 / 0
      idea: Tage, Wochen oder Monate | Die Überweisung sagt es in Worten und in seiner Sprache, und was zu tun ist, wenn es schlimmer wird.
      -- Einen Termin bekommen: Es ist besetzt
      run: waitFor | visit.booked | P21D
      doing: Ich rufe elfmal an; beim zwölften Mal fragt man nach einer Nummer, die ich nicht habe
      doing: Elif ruft aus dem Büro an und lügt, sie sei ich
      thinking: Wenn es schlimm wäre, würden sie mich anrufen
      functionalNeeds: Ein Datum, und wen ich anrufe, wenn es mir vorher schlechter geht
      emotionalNeeds: Dass das Warten ein Ende hat
      touch: Ruft wegen eines Termins an | Telefon | Person > Klinik | on @desk
      touch: Brief mit dem Termin | Post | Klinik > Person | on @desk
      onStagePeople: Stimme, gehetzt und höflich @desk
      backStagePeople: Überweisungen werden einmal in der Woche sortiert, donnerstags @desk
      backStageThings: Fax @desk @practice
      staff desk: -1.5 / 0.5 : Ich höre vierzigmal am Tag dieselbe Angst und habe zwölf Termine
      effort desk: 5 / 3
      feel kaya: -1.5 / 0.5 : Elfmal
      feel elif: -1 / 0.5 : Ich musste lügen
      moment: Ist es schlimm | both | Niemand sagt, wie sehr es eilt, also wählt er das Schlimmste oder das Beste | Tage von der Überweisung bis zum Termin, nach Dringlichkeit; Anrufe je Termin | Wissen, wie sehr es eilt
      idea: Wir rufen Sie an | Die Klinik ruft binnen zwei Werktagen nach einer Überweisung an, mit einem Termin und einer Nummer für schlechtere Tage.

      == Sich vorbereiten: Was bringe ich mit?
      -- Den Brief lesen: Drei Blätter, eines davon gelb
      run: talk | visit.prepared | P7D
      doing: Ich unterstreiche alles
      doing: Ich nehme an dem Morgen meine Tabletten nicht, sicher ist sicher
      thinking: Nüchtern heißt kein Kaffee? Wie lange?
      functionalNeeds: Tabletten ja oder nein, Kaffee ja oder nein, ab wann
      emotionalNeeds: Es richtig machen
      touch: Blatt zur Vorbereitung | Post | Klinik > Person | on @nurses
      onStageThings: Blatt für drei verschiedene Untersuchungen, Zutreffendes ankreuzen, nichts angekreuzt @nurses
      backStagePeople: Die Pflegerin weiß es genau; das Blatt machte die Aktenstelle @records
      issues: Wer sich falsch vorbereitet, wird heimgeschickt, und der Termin bleibt leer
      feel kaya: -0.5 / 0.5 : Nichts ist angekreuzt
      feel elif: -0.5 / 0.5
      moment: Tabletten ja oder nein | both | Ein falscher Morgen kostet ihn einen Monat und die Klinik eine Stunde | Besuche, die wegen der Vorbereitung nicht stattfinden können | Ein klarer Satz
      idea: Am Tag davor | Ein Anruf der Pflege um vier am Nachmittag: Tabletten, Kaffee, wer mitkommt, was ihm Angst macht.
      -- Hinkommen: Zwei Busse und ein Hügel
      run: waitFor | visit.arrived | P1D
      doing: Ich bin eine Stunde zu früh da, wie an jedem Tag meines Lebens
      doing: Elif fährt dreimal um den Block
      thinking: Diese Linie bin ich gefahren. Hier war einmal eine Haltestelle.
      functionalNeeds: Die Tür, nicht die Adresse
      emotionalNeeds: Mit etwas Atem ankommen
      touch: Folgt den Schildern | persönlich | Person > Klinik | on @desk
      onStageThings: Schilder nach Gebäudebuchstaben; im Brief steht „Kardiologie“ @desk
      feel kaya: 0 / 0.5 : Hier war einmal eine Haltestelle
      feel elif: -1 / 0 : Kein Parkplatz, von dem er laufen kann
      idea: Ein Platz auf halbem Weg | Zwei Stühle am Hügel und ein Rufknopf am unteren Eingang.

      == Dort sein: Sehen sie mich?
      -- Sich anmelden: Hinter Glas
      run: waitFor | visit.registered | PT30M
      doing: Ich sage meinen Namen nach links, wo ich nichts höre
      doing: Ich buchstabiere unseren Namen
      thinking: Alle hören, warum ich hier bin
      functionalNeeds: So gerufen werden, dass ich es merke
      emotionalNeeds: Mehr sein als eine Karte
      touch: Meldet sich an | persönlich | Person > Klinik | on @desk
      onStagePeople: Zwei Leute hinter Glas, eine am Telefon @desk
      onStageThings: Tablet mit neun Einwilligungen @records
      backStageThings: Dieselben neun Einwilligungen wie beim letzten Besuch @records
      feel kaya: -0.5 / 0.5 : Links von mir
      feel elif: -0.5 / 0
      idea: Welches Ohr, welche Sprache | Einmal fragen und allen zeigen, die ihm begegnen.
      -- Warten: Vierzig Minuten, dann fünfzig
      run: waitFor | visit.called_in | PT2H
      doing: Ich zähle, wie oft die Tür für jemanden aufgeht, der später kam
      doing: Elif beantwortet E-Mails auf den Knien
      thinking: Haben sie mich vergessen? Ich hätte nie jemanden an einer Haltestelle stehen lassen.
      functionalNeeds: Wie lange, ehrlich, und warum andere vorher drankommen
      emotionalNeeds: Nicht vergessen werden
      touch: Wartet | persönlich | Klinik > Person | on @nurses
      onStageThings: Bildschirm mit Gesundheitsfilmen, keine Namen, keine Zeiten @nurses
      backStagePeople: Assistentin, die die Verspätung sieht und nicht sagen kann @nurses
      backStageThings: Notfälle gehen vor; im Raum weiß es niemand @doctors
      staff nurses: -1 / 0.5 : Sie sehen mich jedes Mal an, wenn die Tür aufgeht
      effort nurses: 4 / 2
      feel kaya: -1.5 / 0 : Vergessen
      feel elif: -1.5 / 0 : Aus einem halben Tag wird ein ganzer
      moment: Vergessen | both | Warten mit einem Grund ist etwas anderes als Warten | Gewartete Minuten gegen angesagte; wer ungesehen geht | Dass man es ihm sagt
      idea: Es sagen | Alle zwanzig Minuten steht jemand auf und sagt, wie es steht. Jedes Mal eine Minute.

      == Untersucht: Was ist es?
      -- Untersucht werden: Kaltes Gel
      run: waitFor | visit.examined | PT1H
      doing: Ich halte den Atem an, wie verlangt, und etwas länger
      doing: Ich sehe in ihr Gesicht, nicht auf den Bildschirm
      thinking: Sie redet nicht mehr. Ist das schlecht?
      functionalNeeds: Wissen, was als Nächstes kommt, bevor es kommt
      emotionalNeeds: Eine Decke und ein Wort
      touch: Ultraschall | persönlich | Ärztin > Person | on @lab @doctors
      onStagePeople: Technikerin, die nicht sagen darf, was sie sieht @lab
      backStageThings: Die Bilder gehen zu einem Arzt in einem anderen Gebäude @doctors
      feel kaya: -1 / 0 : Sie redete nicht mehr
      feel elif: -1 / 0 : Vor der Tür
      issues: Die Regel, die vor falschen Nachrichten schützt, lässt Schweigen wie eine schlechte klingen
      idea: Das Schweigen ansagen | „Ich bin jetzt still, weil ich messe. Über Sie sagt das nichts.“
      -- Die Antwort hören: Neun Minuten
      run: talk | visit.result_told | PT2H
      doing: Ich nicke. Elif schreibt.
      doing: Ich frage nach den zwei Hügeln, und sie lacht freundlich und antwortet nicht
      thinking: Ist das ein Ja zu den Hügeln?
      functionalNeeds: Drei Sätze: was es ist, was wir tun, was ich tun kann
      emotionalNeeds: Der sein, dem man es sagt
      touch: Gespräch über das Ergebnis | persönlich | Ärztin > Person | on @doctors
      onStagePeople: Ärztin, müde und genau, spricht mit Elif @doctors
      onStageThings: Zeichnung eines Herzens, wieder mitgenommen @doctors
      backStageThings: Neun Minuten geplant für jedes Gespräch @desk
      staff doctors: 0 / 1 : Das Herz kenne ich nach zwei Minuten; der Mensch bräuchte zwanzig
      effort doctors: 3 / 3
      feel kaya: 0 / 1.5 : Meiner Tochter
      feel elif: 0 / 1 : Ich habe das Wort für Herzschwäche übersetzt
      moment: Es selbst gesagt bekommen | both | Was er zu Hause wiederholen kann, wird er tun | An der Tür fragen, was sie zu Hause sagen werden; zählen, wie oft es stimmt | Dass man mit ihm spricht
      idea: Zurückerzählen | „Was werden Sie zu Hause sagen?“ Die Antwort kommt in seinen Worten auf eine Karte, eine Kopie in die Akte.
      idea: Die zwei Hügel | Jeden Menschen nach seinen Hügeln fragen und sie zuerst beantworten.

      == Nach Hause: Was tue ich jetzt?
      -- Mit einem Plan gehen: Oder mit einem Papier
      run: handOver | visit.plan_given | P2D
      doing: Ich gehe in die Apotheke, die es nicht hat
      doing: Elif fotografiert den Plan für ihren Bruder
      thinking: Die alten und die neuen dazu?
      functionalNeeds: Eine Liste der Tabletten, die alle anderen ersetzt
      emotionalNeeds: Eine Nummer, unter der jemand antwortet
      touch: Rezept | Papier | Klinik > Person | on @doctors
      touch: Brief an die Praxis | Fax | Klinik > Praxis | back @doctors @practice
      onStageThings: Neue Liste; die alte hängt noch in der Küche @doctors
      backStagePeople: Die Hausärztin erfährt es elf Tage später @practice
      backStageThings: Der Brief wartet auf eine Unterschrift, dann auf das Fax @records
      feel kaya: -0.5 / 1 : Alt und neu
      feel elif: -1 / 0.5 : Drei Listen
      moment: Alte Liste, neue Liste | both | Zwei Listen in einer Küche sind die häufigste Gefahr des ganzen Weges: mit der Praxis prüfen | Listen, die eine Woche später abweichen; Anrufe von Apotheken | Eine einzige Liste
      idea: Die Liste tauschen | Er bringt die alte mit und geht mit einer; die Praxis bekommt dieselbe am selben Tag.
      -- Gefragt werden, wie es geht: Nach einer Woche
      run: ask | visit.followed_up | P10D
      doing: Ich erzähle Frau Brandt am Telefon, dass ich bis zum ersten Hügel gegangen bin
      thinking: Sie erinnern sich an mich
      functionalNeeds: Ob die Müdigkeit von den Tabletten kommt
      emotionalNeeds: Dass jemand fragt
      touch: Anruf nach einer Woche | Telefon | Klinik > Person | on @nurses
      onStagePeople: Pflegerin mit seiner Karte vor sich @nurses
      staff nurses: 1 / 1.5 : Die beste halbe Stunde meiner Woche
      effort nurses: 2 / 2
      feel kaya: 1 / 1.5 : Sie erinnern sich an mich
      feel elif: 1 / 1.5
      idea: Nach den Hügeln fragen | Die erste Frage ist sein eigenes Ziel, dann kommen die Tabletten.
      detour: Einen Termin bekommen | kommt zurück, weil es schlimmer ist

      == Weiterleben: Mit der Antwort
      -- Zur Schule gehen: Zwei Hügel, auf jedem eine Pause
      run: ending | visit.goal_reached |
      end: achieved
      doing: Ich bin eine Stunde zu früh
      thinking: Der zweite Hügel ist der kleinere
      emotionalNeeds: Allein gehen
      impact: Eigene Ziele, die nach drei Monaten erreicht sind, wie die Kranken es sagen, neben dem klinischen Maß
      feel kaya: 2 / 2 : Mein Enkel tat, als sähe er mich nicht, wie man das so macht
      feel elif: 1.5 / 1.5
      -- Es dabei lassen: Keine Untersuchungen mehr
      run: ending | visit.declined |
      end: declined
      doing: Ich sage der Ärztin, dass ich damit in Ruhe gelassen werden will, und sie hört zu
      thinking: Es ist mein Herz
      emotionalNeeds: Dass ein Nein eine Antwort ist
      feel kaya: 0.5 / 1 : Gehört
      feel elif: -0.5 / 0 : Es war seine Entscheidung
      park: Wer darf sehen, was Elif gesagt wird? Er entscheidet; wir haben keinen Platz, es aufzuschreiben.
      park: Kranke ohne Tochter
      """;

  private PatientVisitInGerman() {}
}
