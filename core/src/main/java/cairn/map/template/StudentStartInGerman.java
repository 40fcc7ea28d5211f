package cairn.map.template;

/** {@link StudentStart}, line for line, for readers of German. */
final class StudentStartInGerman {
  static final String TEXT =
      """
      # Ins Studium finden
      about: Der Erste seiner Familie, der studiert, findet seinen Platz, von der Bewerbung bis zum zweiten Semester.
      scenario: Vom Klick auf „Bewerben“ bis zur Wahl der Kurse im zweiten Semester, oder bis zu einem Weg, der besser zu ihm passt.
      team admissions: Zulassung | blue
      team studies: Studienbüro | teal
      team faculty: Fakultät und Tutorien | orange
      team finance: Studienfinanzierung | red
      team students: Studierendenvertretung und Mentoren | green
      team systems: Systeme der Universität | grey
      persona amir: Amir, 20, studiert als Erster seiner Familie
      quote: Alle sagen, frag, wenn du eine Frage hast. Ich weiß nicht, was die Frage ist.
      purpose: Ingenieur werden, ohne zu Hause ein Fremder zu werden.
      context: Arbeitet freitags und samstags in einer Bäckerei. Wohnt bei den Eltern, fünfzig Minuten mit dem Zug. Gut in Mathematik, still in Gruppen.
      functional: Ein Stundenplan, der den Freitag frei lässt
      functional: Wissen, welche Briefe wichtig sind
      functional: Geld auf dem Konto, bevor die Miete fällig ist
      emotional: Dazugehören, ohne mich zu verstellen
      emotional: Nicht wissen dürfen
      uses: Telefon
      uses: Ein Gruppenchat mit Leuten, die er nie getroffen hat
      people: Seine Mutter, die jeden Brief in einer Schublade aufhebt
      people: Samira, zwei Jahre weiter, seine Mentorin, wenn sie einander finden
      segment: person.applicantType == 'first_degree' && person.parentsDegree == false
      persona ruth: Ruth, 44, studiert noch einmal neben dem Beruf
      quote: Ich bezahle das mit Abenden.
      purpose: Ein Abschluss in Pflegemanagement, in Teilzeit, in höchstens acht Semestern.
      context: Stationsleiterin, zwei Jugendliche, jeder Abend gezählt. Hat schon einmal studiert, nach anderen Regeln.
      functional: Termine ein Semester im Voraus
      functional: Anrechnung dessen, was ich schon kann
      emotional: Nicht wie neunzehn behandelt werden
      uses: E-Mail, um 22:30 Uhr
      people: Ihre Vorgesetzte, die den Studienurlaub unterschreiben muss
      segment: person.applicantType == 'part_time'

      == Sich bewerben: Darf ich?
      -- Ein Fach wählen: Einundvierzig, die gleich klingen
      begin:
      run: waitFor | Course browsed | P60D
      doing: Ich öffne vierzig Seiten und schließe sie um Mitternacht
      doing: Meine Mutter fragt, was man damit macht, und ich weiß es auch nicht
      thinking: Ist das für Leute wie uns?
      functionalNeeds: Wie ein Dienstag in diesem Fach aussieht
      emotionalNeeds: Jemand, der dort begann, wo ich beginne
      touch: Liest Seiten der Fächer | Web | Person > Universität | on @admissions
      onStageThings: Das Modulhandbuch als erster Link @faculty
      backStagePeople: Jede Fakultät schreibt ihre eigenen Seiten, keine liest die der anderen @faculty
      feel amir: -0.5 / 1 : Alles klingt wichtig
      feel ruth: 0.5 / 1 : Sie weiß, was sie will
      idea: Ein Dienstag | Vier Studierende filmen je einen gewöhnlichen Dienstag; ohne Musik.
      -- Die Bewerbung abschicken: Elf Seiten und eine Frist
      run: waitFor | study.application_sent | P45D
      doing: Ich scanne mein Zeugnis in der Bäckerei
      doing: Ich klicke am letzten Tag um 23:40 Uhr auf Senden
      thinking: Ist es angekommen? Da ist kein Haken.
      functionalNeeds: Eine Liste der Papiere, mit guten Beispielen
      emotionalNeeds: Ein Zeichen, dass es da ist
      touch: Bewirbt sich | Web | Person > Universität | on @admissions @systems
      touch: Nummer in einer E-Mail | E-Mail | Universität > Person | on @admissions
      onStageThings: Formular, das Seite 7 vergisst, wenn Seite 8 misslingt @systems
      backStagePeople: Acht Leute öffnen im Juni 9.000 Akten von Hand @admissions
      staff admissions: -1 / 0.5 : Der halbe Juni geht für Papiere drauf, die fehlen oder auf dem Kopf stehen
      effort admissions: 5 / 3
      feel amir: -1 / 0.5 : Kein Haken
      feel ruth: -0.5 / 0.5 : Nach dem Schulzeugnis von 1998 gefragt
      moment: Ist es angekommen | person | Eine Stunde Stille nach dem wichtigsten Klick des Jahres | Anrufe, die nur das fragen: zählen | Ein Zeichen, dass es da ist
      idea: Ein Haken mit Gesicht | Sofort: Es ist da, das ist vollständig, das fehlt, dieser Mensch liest es bis dann.

      == Ja sagen: Traue ich mich?
      -- Die Zusage bekommen: Ein Brief, den seine Mutter vorliest
      run: ask | study.offer_read | P14D
      doing: Ich übersetze den Brief für meinen Vater
      doing: Ich hänge ihn an den Kühlschrank, dann habe ich Angst davor
      thinking: Vielleicht haben sie sich geirrt
      functionalNeeds: Was ich tun muss, bis wann, in drei Zeilen
      emotionalNeeds: Dass jemand mich meint
      touch: Zusage | Post | Universität > Person | on @admissions
      onStageThings: Brief von vier Seiten, der Glückwunsch in Zeile neunzehn @admissions
      feel amir: 1.5 / 2 : Die ganze Familie hat ihn gelesen
      feel ruth: 1 / 1.5
      idea: Eine Seite für den Kühlschrank | Seite eins für die Familie, der Rest für die Akte.
      -- Annehmen, warten oder ablehnen: Drei gleiche Antworten
      run: decide | study.place_accepted | P21D
      doing: Ich warte, bis mein Freund weiß, wohin er geht
      thinking: Wenn ich Nein sage, habe ich dann allen die Zeit gestohlen?
      functionalNeeds: Was ich verliere, wenn ich eine Woche warte
      emotionalNeeds: Frei sein, Nein zu sagen
      touch: Nimmt an | Web | Person > Universität | on @admissions @systems
      backStageThings: Die Erinnerung geht jeden dritten Tag an alle, auch an die, die angenommen haben @systems
      feel amir: 0 / 1 : Fünf Erinnerungen, nachdem ich Ja gesagt hatte
      feel ruth: 0.5 / 1
      moment: Drei gleiche Antworten | both | Wer früh Nein sagt, macht anderen Platz und kommt vielleicht wieder | Plätze, die vor Juli zurückkommen, und die, von denen nie jemand hört | Frei zu entscheiden
      idea: Ein gutes Nein | Danken, eine Frage stellen, nächstes Jahr anbieten; niemandem davon sagen, der es nicht wissen muss.
      -- Einen anderen Weg gehen: Eine Lehre, oder nächstes Jahr
      run: ending | Not for me |
      end: declined
      doing: Ich unterschreibe in der Werkstatt, wo ich am Montag anfangen kann
      thinking: Für jetzt ist es das Richtige
      emotionalNeeds: Dass die Tür offen bleibt
      feel amir: 0.5 / 1 : Leicht

      == Ankommen: Wohin muss ich?
      -- Sich vorbereiten: Dreiundzwanzig Dinge in sechs Wochen
      run: waitFor | study.enrolled | P42D
      doing: Ich schreibe auf, was die Briefe wollen; es sind dreiundzwanzig Zeilen
      doing: Ich frage den Gruppenchat, was eine Immatrikulation ist
      thinking: Alle haben einen Laptop, der mehr kostet als unsere Autoreparaturen
      functionalNeeds: Eine Liste, der Reihe nach, und was geschieht, wenn ich eine Zeile verpasse
      emotionalNeeds: Sehen, dass andere auch fragen
      touch: Portal eins: Beiträge | Web | Person > Universität | on @finance @systems
      touch: Portal zwei: Stundenplan | Web | Person > Universität | on @studies @systems
      touch: Portal drei: Ausweis | Web | Person > Universität | on @students @systems
      onStageThings: Drei Portale, drei Passwörter @systems
      backStagePeople: Jede Stelle schickt, wofür sie zuständig ist @studies @finance
      backStageThings: Kein System kennt alle dreiundzwanzig @systems
      staff studies: -0.5 / 1 : Ich beantworte dieselben neun Fragen vierhundertmal
      effort studies: 4 / 2
      feel amir: -1.5 / 0.5 : Ich weiß nicht, was ich nicht weiß
      feel ruth: -1 / 0.5 : Alle Einführungen sind an Werktagen vormittags
      moment: Dreiundzwanzig Dinge | both | Wer hier den Faden verliert, fehlt in Woche eins | Neue Studierende mit einer offenen Zeile am ersten Tag | Eine einzige Liste
      idea: Eine Liste | Alle Stellen schreiben hinein; jede Zeile sagt, warum, bis wann und wer hilft. Man sieht sie schrumpfen.
      -- Am ersten Tag hineingehen: Ein Saal mit sechshundert Leuten
      run: talk | study.first_day | P2D
      doing: Ich stehe hinten, weil ich aus der Bäckerei komme
      doing: Ich finde den Raum nach zwei falschen Gebäuden
      thinking: Die kennen sich alle. Woher?
      functionalNeeds: Ein Plan, der weiß, wo ich stehe
      emotionalNeeds: Ein Mensch, der mich erwartet
      touch: Begrüßung | persönlich | Universität > Person | on @faculty
      touch: Trifft die Mentorin | persönlich | Mentorin > Person | on @students
      onStagePeople: Ein Dekan auf einer Bühne @faculty
      onStagePeople: Mentoren in grünen Hemden, draußen @students
      backStageThings: Mentoren werden nach dem Alphabet zugeteilt @students
      feel amir: -0.5 / 1.5 : Sechshundert, und niemand
      feel ruth: -0.5 / 1 : Man fragte sie, ob sie eine Mutter ist
      moment: Ein Mensch, der mich erwartet | both | Ein Name, den man fragen kann, soll mehr wert sein als jede Broschüre; an den eigenen Studierenden prüfen | Studierende, die ihre Mentorin bis Woche zwei treffen, und wer in Woche zehn noch da ist | Erwartet zu werden
      idea: Nach dem Leben zugeteilt | Mentoren nach Weg, Arbeit und Entfernung zuteilen; eine Nachricht vor dem ersten Tag.

      == Fuß fassen: Kann ich das?
      -- Den ersten Wochen folgen: Das Tempo
      run: waitFor | Study session | P42D
      doing: Ich verstehe die Vorlesung und nichts von der Übung
      doing: Erst kommt der Zug, dann die Bäckerei, dann das Übungsblatt
      thinking: In der Schule war ich der Gute
      functionalNeeds: Wissen, bei welchem Blatt ich aufhören und fragen soll
      emotionalNeeds: Dass Nichtwissen hier normal ist
      touch: Wöchentliches Blatt | App | Tutorin > Person | on @faculty
      touch: Sieht eine Vorlesung noch einmal | Web | Person > Universität | on @faculty @systems
      onStagePeople: Tutor mit dreißig Namen @faculty
      backStageThings: Abgegebene Blätter sieht nur der Tutor @faculty
      staff faculty: 0 / 1 : Ich sehe, wer still wird, und habe niemanden, dem ich es sagen kann
      effort faculty: 3 / 2
      feel amir: -1 / 0.5 : Der Gute
      feel ruth: 0 / 0.5 : Sonntagabende
      issues: Das erste Zeichen, das jemand sieht, ist eine nicht bestandene Prüfung
      idea: Freundlich bemerken | Nach zwei fehlenden Blättern stellt der Tutor eine Frage; nichts wird als Gefahr vermerkt.
      -- Auf das Geld warten: Die Förderung kommt spät
      run: waitFor | study.grant_paid | P30D
      doing: Ich nehme eine dritte Schicht
      thinking: Sie sagen, es sei in Bearbeitung. Seit wann heißt das Nein?
      functionalNeeds: Ein Datum, oder der Name dessen, was fehlt
      emotionalNeeds: Nicht betteln müssen
      touch: Fragt nach dem Stand | Telefon | Person > Universität | on @finance
      onStagePeople: Eine freundliche Stimme, die dieselbe Zeile sieht wie er @finance
      backStageThings: Die Förderung wartet auf die Einschreibung, die auf den Beitrag, der auf die Förderung @finance @studies
      feel amir: -2 / 0 : Dritte Schicht
      feel ruth: 0 / 0 : Sie zahlt selbst
      moment: Die Förderung, die auf sich selbst wartet | both | Ein Kreis zwischen zwei Stellen wird zu Schichten, und Schichten werden zu fehlenden Wochen | Tage vom vollständigen Antrag bis zum Geld; Studierende, die unterdessen mehr Schichten nehmen | Geld zur rechten Zeit
      idea: Den Kreis brechen | Der Beitrag wartet auf die Förderung, nie umgekehrt; Überbrückung binnen drei Tagen.
      detour: Den ersten Wochen folgen | kommt müde zu den Blättern zurück

      == Wählen: Ist es das Richtige?
      -- Die ersten Ergebnisse bekommen: Zwei bestanden, eine nicht
      run: ask | study.results_read | P10D
      doing: Ich lese meine Nummer auf einer Liste an der Wand
      doing: Ich erzähle meiner Mutter von den zweien
      thinking: Ist eine von dreien ein Zeichen?
      functionalNeeds: Was es bedeutet, und was die meisten dann tun
      emotionalNeeds: Ein Satz von einem Menschen
      touch: Ergebnisse | Web | Universität > Person | on @faculty @systems
      onStageThings: Liste mit Zahlen, 62 Prozent nicht bestanden, in Rot @faculty
      feel amir: -1.5 / 0.5 : Die rote Spalte
      feel ruth: 1 / 1.5 : Bestanden, mit einem fiebernden Kind daneben
      moment: Eine von dreien | both | Was in den drei Tagen nach einer nicht bestandenen Prüfung gesagt wird | Gespräche binnen drei Tagen; wer zum zweiten Versuch wiederkommt | Hören, was es bedeutet
      idea: Drei Wege weiter | Noch einmal, ein anderer Weg, eine Pause: drei gleiche Wege, mit jemandem, der jeden gegangen ist.
      -- Darüber sprechen: Mit jemandem, der Zeit hat
      run: handOver | study.advice_held | P14D
      doing: Ich spreche fünfzig Minuten lang im Zug mit Samira
      thinking: Sie hat dieselbe nicht bestanden
      functionalNeeds: Die Regeln, ohne die Drohung
      emotionalNeeds: Zeit
      touch: Beratung | persönlich | Beratung > Person | on @studies
      onStagePeople: Beraterin mit vielen Wartenden und einem guten Herzen @studies
      backStagePeople: Die Beraterin sieht weder Förderung noch Schichten @finance
      staff studies: 0.5 / 1 : Für diese Gespräche bin ich hier
      effort studies: 2 / 2
      feel amir: 1 / 1.5 : Dieselbe

      == Weitergehen: Meine Art zu studieren
      -- Das zweite Semester wählen: Mit freiem Freitag
      run: decide | study.second_term_chosen | P21D
      doing: Ich wähle vier Kurse und lasse den Freitag für die Bäckerei
      doing: Ich melde mich als Mentor, zu meiner eigenen Überraschung
      thinking: Jetzt weiß ich, was die Frage ist
      functionalNeeds: Ein Plan, der hält, wenn ich etwas wiederhole
      emotionalNeeds: Jemand sein, den man fragt
      touch: Wählt Kurse | Web | Person > Universität | on @studies @systems
      impact: Studierende, die im zweiten Semester sind, wo sie sein wollen: hier, anderswo oder mit gewählter Pause
      feel amir: 1.5 / 2 : Ich weiß, was die Frage ist
      feel ruth: 1 / 1.5 : Noch sieben Semester
      idea: Pläne, die sich biegen | Sofort zeigen, was eine Wiederholung, eine Pause oder eine Arbeit mit dem Plan macht.
      -- Weiterstudieren: Das zweite Semester beginnt
      run: ending | study.second_term_begun |
      end: achieved
      doing: Ich erkläre jemand Neuem im Gruppenchat, was eine Immatrikulation ist
      emotionalNeeds: Dazugehören
      feel amir: 2 / 2 : Meine Mutter hat eine Schublade für meine Ergebnisse
      park: Studierende, die vor dem ersten Tag absagen: Warum, hören wir nicht
      park: Darf ein Tutor von Schichten und Förderung wissen? Nur, wenn der Student es sagt.
      """;

  private StudentStartInGerman() {}
}
