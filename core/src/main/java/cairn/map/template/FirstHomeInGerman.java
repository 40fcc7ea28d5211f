package cairn.map.template;

/** {@link FirstHome}, line for line, for readers of German. */
final class FirstHomeInGerman {
  static final String TEXT =
      """
      # Die erste eigene Wohnung
      about: Eine Pflegerin im Schichtdienst kommt vom Traum der eigenen vier Wände zur ersten Nacht darin.
      scenario: Vom Abend, an dem sie sich fragt, ob Kaufen etwas für sie ist, bis drei Monate nach dem Einzug, oder bis zu einem klaren Nein.
      team web: Web und App | blue
      team advice: Finanzierungsberatung | teal
      team credit: Kreditentscheidung | orange
      team branch: Filiale | green
      team partner: Makler und Notare | violet
      persona lena: Lena, 31, Pflegerin im Schichtdienst
      quote: Ich kann nachts vier Menschen am Leben halten, aber bei diesem Formular komme ich mir dumm vor.
      purpose: Eine kleine eigene Wohnung, nah am Krankenhaus, ohne wegen der Rate wach zu liegen.
      context: Wohnt allein zur Miete, zahlt pünktlich, spart seit sechs Jahren. Hat an den falschen Tagen frei, ist nach Nachtdiensten müde. In ihrer Familie hat noch niemand gekauft.
      functional: Wissen, was ich mir leisten kann, bevor ich mich in eine Wohnung verliebe
      functional: Eine Liste der Papiere, einmal erfragt
      functional: Mit jemandem außerhalb der Bürozeiten sprechen
      functional: Eine Antwort, bevor der Verkäufer die Geduld verliert
      emotional: Nicht von oben herab behandelt werden
      emotional: Spüren, dass ich entscheide, auch ein Nein
      emotional: Sicher sein, wenn ich krank werde
      uses: Telefon, spät am Abend
      uses: Filiale, nur für die Unterschrift
      people: Ihre Mutter, die sagt, Mieten sei gut genug gewesen
      people: Jonas, ein Kollege, der letztes Jahr gekauft hat
      segment: person.age >= 27 && person.age <= 40
      persona omar: Omar und Sibel, 38 und 36, erwarten ihr zweites Kind
      quote: Wir haben keine Zeit, das zweimal zu machen.
      purpose: Ein Zimmer mehr, bevor das Kind kommt, zu einem Preis, der uns Ferien lässt.
      context: Zwei Einkommen, eines ruht bald für ein Jahr. Beide haben alles gelesen und sind sich in wenig einig.
      functional: Sehen, was geschieht, wenn ein Einkommen ruht
      functional: Beide können dieselben Papiere ansehen und unterschreiben
      emotional: Als zwei Menschen mit einem Plan behandelt werden
      uses: Web, gemeinsam am Sonntag
      people: Sibels Eltern, die etwas leihen würden
      segment: person.household == 'family'

      == Träumen: Ist das etwas für jemanden wie mich?
      -- Sich fragen, ob Kaufen etwas für mich ist: Eine höhere Miete oder der Schlüsselbund eines Kollegen
      begin:
      run: waitFor | Home interest shown | P30D
      doing: Ich lese den Brief über die Miete dreimal und schaue dann im Bett auf dem Telefon Wohnungen an
      doing: Ich frage Jonas im Nachtdienst, wie er es gemacht hat
      thinking: Andere haben Eltern, die helfen. Ich habe mich.
      thinking: Ist es dumm, allein zu kaufen? ~ Gespräch nach einem Nachtdienst
      functionalNeeds: Eine grobe Zahl, der ich trauen kann, ohne meinen Namen zu nennen
      emotionalNeeds: Dass niemand lacht, wie wenig ich weiß
      touch: Liest einen Ratgeber | Web | Person > Bank | on @web
      onStageThings: Ratgeber, der mit „Kapital, Annuität, Eigenkapitalquote“ beginnt @web
      backStageThings: Niemand sieht, dass sie dieselbe Seite viermal gelesen hat @web
      feel lena: -0.5 / 0.5 : Alle scheinen zu wissen, was eine Annuität ist
      feel omar: 0.5 / 1 : Ein Sonntagsvorhaben, vorerst
      issues: Die erste Seite spricht von Produkten, sie denkt an einen Küchentisch
      idea: Mit der Miete beginnen | Eine Frage: Was zahlen Sie heute? Dann zeigen, was das tragen würde, als Spanne.
      -- Zum ersten Mal rechnen: Ein Rechner um elf in der Nacht
      run: waitFor | Budget made | P14D
      doing: Ich tippe meinen Lohn ein und rate den Rest
      doing: Ich ändere die Zahlen, bis es möglich aussieht
      thinking: Da steht 310.000. Kann das sein? Ich glaube es nicht.
      functionalNeeds: Sehen, welche Zahl den Unterschied macht
      emotionalNeeds: Hier aufhören dürfen, ohne angerufen zu werden
      touch: Rechnet ein Budget aus | Web | Person > Bank | on @web
      onStageThings: Rechner, der elf Zahlen verlangt, bevor er eine gibt @web
      backStageThings: Die Rechnung wird weggeworfen, wenn sie die Seite schließt @web
      feel lena: 0 / 1 : Hoffnung, dann Zweifel
      feel omar: 0.5 / 1
      moment: Die erste Zahl | both | Hier entscheidet sie, ob Menschen wie sie überhaupt kaufen | Wer hier geht, sagt uns nie, warum. Zählen Sie sie. | Eine Zahl, der sie trauen kann
      idea: Eine Spanne mit ihren Gründen | Niedrig, wahrscheinlich und hoch zeigen, und das eine, was am meisten daran ändert.
      idea: Meine Rechnung behalten, ohne meinen Namen | Ein Code auf dem Telefon, sonst keine Frage.

      == Klären: Was kann ich tragen?
      -- Mit jemandem sprechen: Das erste Gespräch in der Beratung
      run: talk | Appointment kept | P10D
      doing: Ich nehme den einzigen freien Termin, 8:30 Uhr nach einem Nachtdienst
      doing: Ich bringe eine Mappe mit und hoffe, es ist die richtige
      thinking: Sie ist nett. Sie sagt oft „wir“.
      thinking: Ich nicke bei Dingen, die ich später nachschlage ~ aufgezeichnetes Beratungsgespräch, mit Einwilligung
      functionalNeeds: Frühe oder späte Termine, wenn ich will per Video
      emotionalNeeds: Gefragt werden, was ich will, bevor man mir sagt, was ich bekomme
      touch: Erstes Gespräch | Filiale | Beraterin > Person | on @advice
      onStagePeople: Beraterin, 45 Minuten, Bildschirm weggedreht @advice
      onStageThings: Prospekt mit sieben Produkten @advice
      backStagePeople: Die Beraterin tippt dieselben Zahlen in zwei Systeme @advice
      backStageThings: Kundenakte und Vertriebssystem kennen einander nicht @advice
      staff advice: -0.5 / 1 : Ich will zuhören und tippe das halbe Gespräch
      effort advice: 4 / 2
      feel lena: -1 / 1 : Ich ging mit mehr Papier und weniger Antworten
      feel omar: 0.5 / 1 : Gutes Gespräch, nur wurde allein Sibel nach Papieren gefragt
      moment: Gefragt oder belehrt | person | Ob das erste Gespräch mit ihrem Plan beginnt oder mit unserem Angebot | Wer sich gefragt fühlt, bringt die nächsten Papiere früher: zu messen | Zuerst gefragt zu werden
      idea: Das Vorhaben zuerst | Ihr Plan in ihren Worten steht auf dem Bildschirm, bevor sie sich setzt; das Gespräch beginnt damit, ihn vorzulesen.
      -- Hören, was ich mir leisten kann: Ein Brief, der noch keine Zusage ist
      run: decide | home.budget_given | P7D
      doing: Ich fotografiere den Brief und schicke ihn Jonas
      thinking: „Vorbehaltlich der Prüfung“. Ist das nun ein Ja oder nicht?
      functionalNeeds: Ein Satz, der sagt, was daraus ein Nein machen würde
      emotionalNeeds: Mich trauen, es meiner Mutter zu sagen
      touch: Budgetbrief | Post | Bank > Person | on @credit
      onStageThings: Brief mit vier Zeilen Sinn und zwei Seiten Vorbehalten @credit
      backStagePeople: Sachbearbeiter, der gern anrufen würde und nicht darf @credit
      backStageThings: Regeln vom März, Brieftext vom Jahr davor @credit
      impact: Aus wie vielen Budgetbriefen wird ein Antrag? Zählen Sie es nach dem Monat des Briefs
      feel lena: 0.5 / 1.5 : Es ist wirklich, und irgendwie nicht
      feel omar: 0 / 1 : Er rechnet für immer mit zwei vollen Einkommen
      idea: Sagen, was es ändern würde | Jedes Budget nennt die zwei Tatsachen, die es drehen würden, und um wie viel.

      == Suchen: Welche könnte meine sein?
      -- Wohnungen besichtigen: Sieben in neun Wochen
      run: waitFor | Home viewed | P60D
      doing: Ich stehe mit dreißig Leuten im Treppenhaus an
      doing: Ich zähle Steckdosen, weil ich nicht weiß, worauf ich sonst achten soll
      thinking: Der Makler schaut auf meine Schuhe
      functionalNeeds: Eine kurze Liste, worauf man in einem alten Haus achtet
      emotionalNeeds: Wenigstens einmal jemanden auf meiner Seite
      touch: Besichtigung | persönlich | Person > Makler | on @partner
      onStagePeople: Makler in Eile @partner
      backStageThings: Wir wissen nicht, dass sie sucht, und werben bei ihr für Ferien @web
      feel lena: -0.5 / 0.5 : Eine von dreißig
      feel omar: -0.5 / 0.5 : Mit einem Kleinkind auf dem Arm
      issues: Neun Wochen schweigt die Bank, dann eilt es allen
      idea: Begleitung bei Besichtigungen | Prüfliste auf dem Telefon, Fotos und Zweifel je Wohnung, eine Frage an die Beratung am selben Tag beantwortet.
      -- Diese wollen: Zwei Tage, um es zu sagen
      run: waitFor | Bid made | P5D
      doing: Ich rufe sofort die Bank an und lande in einem Menü
      thinking: Wenn ich bis Donnerstag nicht antworte, ist sie weg
      functionalNeeds: Jemand, der heute sagen kann, ob diese Wohnung zu meiner Zahl passt
      emotionalNeeds: Ruhe
      touch: Ruft wegen der Wohnung an | Telefon | Person > Bank | on @branch
      onStagePeople: Wer gerade abhebt und sie nicht kennt @branch
      backStagePeople: Beraterin im Urlaub, keine Vertretung genannt @advice
      backStageThings: Die Wohnung lässt sich nicht an ihr Budget hängen @advice
      staff branch: -1 / 0.5 : Ich kann nur etwas ausrichten und höre, wie das ankommt
      effort branch: 3 / 1
      feel lena: -2 / 1 : Der eine Moment, in dem ich sie brauchte
      feel omar: -1 / 1 : Zweimal angerufen, zwei verschiedene Antworten
      moment: Zwei Tage für eine Antwort | both | Der Verkäufer entscheidet am Donnerstag; ohne ein Wort von uns verliert sie die Wohnung | Wohnungen, die beim Warten auf uns verloren gingen: fragen, dann zählen | Eine Antwort heute
      idea: Bereit für ein Ja | Vor der Suche alles prüfen, was nicht von der Wohnung abhängt, damit nur noch die Wohnung zu prüfen bleibt.
      idea: Eine Vertretung mit Namen | Wer ihre Beraterin vertritt, steht in ihrer App, mit Gesicht.

      == Entscheiden: Mache ich das?
      -- Angebote vergleichen: Drei Fenster, drei Sprachen
      run: decide | home.compared | P7D
      doing: Ich mache mir um drei Uhr früh in der Pause selbst eine Tabelle
      thinking: Dieses ist billiger, bis es das nicht mehr ist
      functionalNeeds: Von allen dieselben Zahlen in derselben Reihenfolge
      emotionalNeeds: Verstehen, was ich wähle, und nicht gelenkt werden
      touch: Angebot | App | Bank > Person | on @advice
      onStageThings: Angebot von neunzehn Seiten @advice
      backStageThings: Preise laufen nachts, darum widersprechen sich App und Papier @credit
      feel lena: -0.5 / 1 : Am Ende hat der Bauch gewählt
      feel omar: 0 / 1 : Unser erster Streit darüber
      issues: Wir erklären unser Angebot, nie die Wahl
      idea: Mit allen vergleichen | Sie trägt die Zahlen einer anderen Bank ein, und beide werden redlich gezeigt, unsere nicht zuerst.
      -- Ja oder nein sagen: Auch ein Nein ist eine Antwort
      run: ask | home.decided | P14D
      doing: Ich rufe meine Mutter an und lese ihr die Rate vor
      thinking: Wenn ich jetzt Nein sage, bekomme ich je wieder eine Gelegenheit?
      functionalNeeds: Zeit bis Sonntag
      emotionalNeeds: Dass ein Nein geachtet wird und nichts verschließt
      touch: Sagt Ja, jetzt nicht oder Nein | App | Person > Bank | on @advice
      onStagePeople: Beraterin, die am Freitag anruft und noch einmal fragt @advice
      feel lena: 1 / 1.5 : Meine Entscheidung
      feel omar: 0.5 / 1 : Erleichtert, dass es entschieden ist
      moment: Frei, Nein zu sagen | person | Ob wir ein Nein beim ersten Mal hören, dafür danken und es gut sein lassen | Beschwerden über Anrufe nach einem Nein: zählen | Dass es ihre Entscheidung bleibt
      idea: Nein, danke | Drei gleiche Antworten, je ein Tippen; nach einem Nein kommt nichts mehr, bis sie selbst wieder öffnet.
      detour: Wohnungen besichtigen | sucht weiter
      -- Bleiben, wo ich bin: Ein klares Nein, und warum
      run: ending | Not for me |
      end: declined
      doing: Ich hänge meinen Stadtplan in der gemieteten Küche auf
      thinking: Jetzt weiß ich, was es bräuchte. Das war es wert.
      emotionalNeeds: Nächste Woche nicht wieder gefragt werden
      feel lena: 0.5 / 1 : Traurig und klar

      == Unterschreiben: Es wahr machen
      -- Die Papiere bringen: Noch einmal, bitte
      run: waitFor | Papers uploaded | P21D
      doing: Ich lade meine Lohnzettel zum dritten Mal hoch
      doing: Ich nehme einen Tag frei für das Grundbuchamt
      thinking: Das haben sie. Das haben sie alles.
      functionalNeeds: Sehen, welches Papier fehlt und wer es gerade hat
      emotionalNeeds: Dass man mir glaubt
      touch: Lädt Papiere hoch | App | Person > Bank | on @credit
      touch: Verlangt noch ein Papier | E-Mail | Bank > Person | on @credit
      onStageThings: Liste von Papieren, die wächst @credit
      backStagePeople: Zwei Sachbearbeiter prüfen denselben Lohnzettel an zwei Tagen @credit
      backStageThings: Bilder werden gedruckt und wieder eingelesen @credit
      staff credit: -1 / 0.5 : Wir fragen, weil das andere System uns fragt
      effort credit: 5 / 2
      feel lena: -1.5 / 0.5 : Als wollte ich betrügen
      feel omar: -1 / 0.5 : Jedes Papier doppelt, weil wir zwei sind
      moment: Wieder verlangt, was sie schon haben | both | Mit jeder Wiederholung sickert Vertrauen weg | Tage vom ersten bis zum letzten Papier, und wie viele unterwegs gehen | Einmal gefragt zu werden
      idea: Die Mappe der Papiere | Was einmal geprüft ist, gilt für den ganzen Weg, und sie sieht, von wem und bis wann.
      -- Beim Notar unterschreiben: Alle in einem Raum
      run: waitFor | home.signed | P30D
      doing: Ich trage die Jacke von meiner Abschlussfeier
      thinking: Er liest so schnell. Alle nicken. Ich nicke.
      functionalNeeds: Den Text drei Tage vorher, mit den seltsamen Wörtern erklärt
      emotionalNeeds: Einen Moment zum Atmen, bevor ich den Stift nehme
      touch: Unterschreibt | persönlich | Notar > Person | on @partner
      onStagePeople: Notar, Verkäufer, Makler; niemand von der Bank @partner
      backStageThings: Die Bank erfährt von der Unterschrift vier Tage später mit der Post @credit
      feel lena: 1 / 2 : Mein Name, vierzigmal
      feel omar: 1.5 / 2 : Und das Kind hat gestrampelt

      == Dort leben: War es richtig?
      -- Die Schlüssel bekommen: Die erste Nacht
      run: talk | Key received | P3D
      doing: Ich schlafe auf einer Matratze zwischen Kisten und schicke allen dasselbe Foto
      thinking: Sie gehört mir. Auch der tropfende Hahn gehört mir.
      functionalNeeds: Wen ich nach dem Hahn, der Steuer, der Versicherung frage
      emotionalNeeds: Dass sich jemand mit mir freut
      touch: Angebot einer Kreditkarte | E-Mail | Bank > Person | on @web
      onStageThings: Glückwunschbrief, der eine Werbung ist @web
      feel lena: 2 / 2 : Die beste Nacht des Jahres
      feel omar: 1.5 / 2
      idea: Mitfreuen und nichts verkaufen | Eine Karte von ihrer Beraterin, mit den drei Dingen, die im ersten Monat überraschen.
      -- Ankommen: Drei Monate später
      run: ask | home.settled | P90D
      end: achieved
      doing: Ich sehe am Ersten auf das Konto, dann atme ich aus
      thinking: Ich würde es wieder tun. Ich würde es anders tun.
      functionalNeeds: Wissen, was geschieht, wenn ich krank werde
      emotionalNeeds: Mich imstande fühlen
      touch: Wie war es? | App | Bank > Person | on @advice
      impact: Wege, die erreicht, abgelehnt oder geändert enden: Jedes ist ein Ergebnis, nebeneinander gezeigt
      feel lena: 1.5 / 2 : Müde, stolz
      feel omar: 1 / 1.5 : Das zweite Einkommen ruht ab Mai
      idea: Was ich den Nächsten sagen würde | Sie um einen Satz für jemanden bitten, der heute beginnt; ihn mit ihrer Einwilligung beim allerersten Schritt zeigen.
      park: Dürfen wir zeigen, wie andere in ihrer Lage entschieden haben, ohne zu lenken?
      park: Wem gehören die neun stillen Wochen zwischen Budget und Wohnung?
      """;

  private FirstHomeInGerman() {}
}
