<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>Tasten drücken</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Loredesk</source>
        <translation>Über Loredesk</translation>
    </message>
    <message>
        <source>&lt;p&gt;A desk for people who maintain software by mail: opens the archive of a mailing list, finds the patch series in it, shows what was said about them, and adds it up.&lt;/p&gt;&lt;p&gt;Archives are only ever read.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built with Qt %1, libgit2 and GMime.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Schreibtisch für alle, die Software per Mail betreuen: öffnet das Archiv einer Mailingliste, findet die Patch-Serien darin, zeigt, was dazu gesagt wurde, und zählt zusammen.&lt;/p&gt;&lt;p&gt;Archive werden immer nur gelesen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer. Gebaut mit Qt %1, libgit2 und GMime.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Seit gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Since last visit</source>
        <translation>Seit dem letzten Besuch</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last 2 days</source>
        <translation>Letzte 2 Tage</translation>
    </message>
</context>
<context>
    <name>loredesk::Engine</name>
    <message>
        <source>the message has %1 bytes, more than are read</source>
        <translation>die Nachricht hat %1 Bytes, mehr als gelesen werden</translation>
    </message>
    <message>
        <source>%1 were read, the %2 behind them left out</source>
        <translation>%1 wurden gelesen, die %2 dahinter ausgelassen</translation>
    </message>
    <message>
        <source>No archive was named</source>
        <translation>Kein Archiv wurde genannt</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>sehen Sie nach ihren Rechten</translation>
    </message>
    <message>
        <source>There is no room to unpack the file</source>
        <translation>Zum Entpacken der Datei ist kein Platz</translation>
    </message>
    <message>
        <source>make room in %1, or set TMPDIR</source>
        <translation>schaffen Sie Platz in %1 oder setzen Sie TMPDIR</translation>
    </message>
    <message>
        <source>The gzip data unpack to more than a mail archive can hold</source>
        <translation>Die gzip-Daten ergeben entpackt mehr, als ein Mailarchiv enthalten kann</translation>
    </message>
    <message>
        <source>reading stopped after %1 MiB</source>
        <translation>das Lesen endete nach %1 MiB</translation>
    </message>
    <message>
        <source>The gzip data end early or are broken</source>
        <translation>Die gzip-Daten enden zu früh oder sind beschädigt</translation>
    </message>
    <message>
        <source>what came before was read; fetch the file again</source>
        <translation>was davor kam, wurde gelesen; holen Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>Epoch %1 is missing</source>
        <translation>Epoche %1 fehlt</translation>
    </message>
    <message>
        <source>its messages are left out; clone it beside the others</source>
        <translation>ihre Nachrichten fehlen; klonen Sie sie neben die anderen</translation>
    </message>
    <message>
        <source>the epoch&apos;s messages are left out</source>
        <translation>die Nachrichten der Epoche fehlen</translation>
    </message>
    <message>
        <source>the clone is shallow: older messages are not in it</source>
        <translation>der Klon ist flach: Ältere Nachrichten sind nicht darin</translation>
    </message>
    <message>
        <source>the range is empty: its end lies before its start</source>
        <translation>der Zeitraum ist leer: Sein Ende liegt vor seinem Anfang</translation>
    </message>
    <message>
        <source>history starts at epoch %1</source>
        <translation>die Geschichte beginnt mit Epoche %1</translation>
    </message>
    <message>
        <source>A message is deleted that was not there before</source>
        <translation>Eine Nachricht wird gelöscht, die vorher nicht da war</translation>
    </message>
    <message>
        <source>nothing was left out for it</source>
        <translation>deswegen wurde nichts ausgelassen</translation>
    </message>
    <message>
        <source>The message is missing from the repository</source>
        <translation>Die Nachricht fehlt im Repository</translation>
    </message>
    <message>
        <source>if this is a partial clone, fetch it whole</source>
        <translation>ist dies ein teilweiser Klon, so holen Sie ihn ganz</translation>
    </message>
    <message>
        <source>The commit&apos;s tree is broken</source>
        <translation>Der Baum des Commits ist beschädigt</translation>
    </message>
    <message>
        <source>“git fsck” tells more</source>
        <translation>„git fsck“ sagt mehr</translation>
    </message>
    <message>
        <source>The history stops here: %1</source>
        <translation>Die Geschichte endet hier: %1</translation>
    </message>
    <message>
        <source>The message&apos;s file is gone</source>
        <translation>Die Datei der Nachricht ist nicht mehr da</translation>
    </message>
    <message>
        <source>open the archive again</source>
        <translation>öffnen Sie das Archiv noch einmal</translation>
    </message>
    <message>
        <source>There is no message at this place any more</source>
        <translation>An dieser Stelle steht keine Nachricht mehr</translation>
    </message>
    <message>
        <source>the file changed: open it again</source>
        <translation>die Datei hat sich geändert: Öffnen Sie sie noch einmal</translation>
    </message>
    <message>
        <source>The message file is empty</source>
        <translation>Die Nachrichtendatei ist leer</translation>
    </message>
    <message>
        <source>The file ends in the middle of its last message</source>
        <translation>Die Datei endet mitten in ihrer letzten Nachricht</translation>
    </message>
    <message>
        <source>left out, as they are no mail: %1</source>
        <translation>ausgelassen, da keine Mail: %1</translation>
    </message>
    <message>
        <source>The epoch of the message is not here</source>
        <translation>Die Epoche der Nachricht ist nicht hier</translation>
    </message>
    <message>
        <source>The message&apos;s object is no blob</source>
        <translation>Das Objekt der Nachricht ist kein Blob</translation>
    </message>
    <message>
        <source>The mbox ends in the middle of its last message</source>
        <translation>Die mbox endet mitten in ihrer letzten Nachricht</translation>
    </message>
    <message>
        <source>fetch the file again</source>
        <translation>holen Sie die Datei noch einmal</translation>
    </message>
    <message>
        <source>Loredesk reads public-inbox archives, mbox files, maildirs, and files or folders of messages</source>
        <translation>Loredesk liest public-inbox-Archive, mbox-Dateien, Maildirs sowie Dateien oder Ordner mit Nachrichten</translation>
    </message>
    <message>
        <source>ask its owner for permission to read, or open a copy</source>
        <translation>lassen Sie sich das Leserecht geben oder öffnen Sie eine Kopie</translation>
    </message>
    <message>
        <source>There are git repositories here, but no mail in them</source>
        <translation>Hier sind git-Repositorys, aber keine Mail in ihnen</translation>
    </message>
    <message>
        <source>The git repository has no commits yet</source>
        <translation>Das git-Repository hat noch keine Commits</translation>
    </message>
    <message>
        <source>This is a git repository, but not of mail: its newest commits have no blob “m”</source>
        <translation>Dies ist ein git-Repository, aber nicht mit Mail: Seine neuesten Commits haben keinen Blob „m“</translation>
    </message>
    <message>
        <source>open a directory in it, such as %1</source>
        <translation>öffnen Sie ein Verzeichnis darin, etwa %1</translation>
    </message>
    <message>
        <source>The directory cannot be read: permission denied</source>
        <translation>Das Verzeichnis lässt sich nicht lesen: keine Berechtigung</translation>
    </message>
    <message>
        <source>The directory is empty</source>
        <translation>Das Verzeichnis ist leer</translation>
    </message>
    <message>
        <source>There is no mail in this directory</source>
        <translation>In diesem Verzeichnis ist keine Mail</translation>
    </message>
    <message>
        <source>it is compressed in a way that Loredesk does not undo: unpack it first</source>
        <translation>sie ist auf eine Art gepackt, die Loredesk nicht kennt: Entpacken Sie sie zuerst</translation>
    </message>
    <message>
        <source>it is a tar archive: unpack it first</source>
        <translation>sie ist ein tar-Archiv: Entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>it looks like a web page; archives on the web offer an “mbox.gz” to download</source>
        <translation>sie sieht nach einer Webseite aus; Archive im Netz bieten ein „mbox.gz“ an</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>The file is no mail</source>
        <translation>Die Datei ist keine Mail</translation>
    </message>
    <message>
        <source>The path cannot be reached: permission denied</source>
        <translation>Der Pfad ist nicht erreichbar: keine Berechtigung</translation>
    </message>
    <message>
        <source>The link leads nowhere</source>
        <translation>Der Verweis führt nirgendwohin</translation>
    </message>
    <message>
        <source>see what it points to with ls -l</source>
        <translation>ls -l zeigt, worauf er zeigt</translation>
    </message>
    <message>
        <source>There is nothing at this path</source>
        <translation>Unter diesem Pfad ist nichts</translation>
    </message>
    <message>
        <source>check how it is spelt</source>
        <translation>sehen Sie nach, wie er sich schreibt</translation>
    </message>
    <message>
        <source>This is neither a file nor a directory</source>
        <translation>Dies ist weder eine Datei noch ein Verzeichnis</translation>
    </message>
    <message>
        <source>The file cannot be read: permission denied</source>
        <translation>Die Datei lässt sich nicht lesen: keine Berechtigung</translation>
    </message>
    <message>
        <source>There is no revision “%1” in any of the %2 epochs</source>
        <translation>In keiner der %2 Epochen gibt es eine Revision „%1“</translation>
    </message>
    <message>
        <source>There is no revision “%1”</source>
        <translation>Es gibt keine Revision „%1“</translation>
    </message>
    <message>
        <source>a revision is a tag, the id of a commit or the beginning of one, or like HEAD~100</source>
        <translation>eine Revision ist ein Tag, die Kennung eines Commits oder ihr Anfang, oder wie HEAD~100</translation>
    </message>
    <message>
        <source>The message&apos;s archive is not open</source>
        <translation>Das Archiv der Nachricht ist nicht offen</translation>
    </message>
    <message>
        <source>the clone is shallow: the order of older messages is unknown</source>
        <translation>der Klon ist flach: Die Reihenfolge älterer Nachrichten ist unbekannt</translation>
    </message>
    <message>
        <source>The cache is damaged</source>
        <translation>Der Zwischenspeicher ist beschädigt</translation>
    </message>
    <message>
        <source>it is made anew from the archive</source>
        <translation>er wird aus dem Archiv neu angelegt</translation>
    </message>
    <message>
        <source>The cache directory cannot be made</source>
        <translation>Das Verzeichnis des Zwischenspeichers lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Another process makes the cache anew</source>
        <translation>Ein anderer Prozess legt den Zwischenspeicher neu an</translation>
    </message>
    <message>
        <source>The spoilt cache cannot be deleted</source>
        <translation>Der verdorbene Zwischenspeicher lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>löschen Sie ihn von Hand</translation>
    </message>
    <message>
        <source>There is no room left to write to</source>
        <translation>Zum Schreiben ist kein Platz mehr</translation>
    </message>
    <message>
        <source>make room on the disk</source>
        <translation>schaffen Sie Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Reading or writing failed: %1</source>
        <translation>Lesen oder Schreiben ist gescheitert: %1</translation>
    </message>
    <message>
        <source>look after the disk</source>
        <translation>sehen Sie nach dem Datenträger</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>The file cannot be written to</source>
        <translation>In die Datei lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>look at its permissions</source>
        <translation>sehen Sie nach ihren Rechten</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Die Datei lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Another program is writing to the file</source>
        <translation>Ein anderes Programm schreibt gerade in die Datei</translation>
    </message>
    <message>
        <source>try again when it is done</source>
        <translation>versuchen Sie es noch einmal, wenn es fertig ist</translation>
    </message>
    <message>
        <source>The file is no database</source>
        <translation>Die Datei ist keine Datenbank</translation>
    </message>
    <message>
        <source>remove it or move it away</source>
        <translation>löschen oder verschieben Sie sie</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>it has to be made again</source>
        <translation>sie muss neu angelegt werden</translation>
    </message>
    <message>
        <source>The database does not answer as it should: %1</source>
        <translation>Die Datenbank antwortet nicht, wie sie sollte: %1</translation>
    </message>
    <message>
        <source>Document %1 has no place here</source>
        <translation>Dokument %1 hat hier keinen Platz</translation>
    </message>
    <message>
        <source>The query is too long; write at most %1 characters</source>
        <translation>Die Suche ist zu lang; schreiben Sie höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>The bracket is not closed; write ) behind what belongs in it</source>
        <translation>Die Klammer ist offen; schreiben Sie ) hinter das, was hineingehört</translation>
    </message>
    <message>
        <source>%1 stands between two things to look for; write one before it, or &quot;%2&quot; for the word</source>
        <translation>%1 steht zwischen zwei Suchbegriffen; schreiben Sie einen davor, oder &quot;%2&quot; für das Wort</translation>
    </message>
    <message>
        <source>Write %1 right behind %2:, without a blank</source>
        <translation>Schreiben Sie %1 ohne Leerzeichen gleich hinter %2:</translation>
    </message>
    <message>
        <source>The brackets are nested too deep; write at most %1 into each other</source>
        <translation>Die Klammern sind zu tief geschachtelt; schreiben Sie höchstens %1 ineinander</translation>
    </message>
    <message>
        <source>No bracket was opened here; write ( before what belongs in it, or leave ) out</source>
        <translation>Hier ist keine Klammer offen; schreiben Sie ( vor das, was hineingehört, oder lassen Sie ) weg</translation>
    </message>
    <message>
        <source>Write what to look for behind %1, or &quot;%2&quot; for the word</source>
        <translation>Schreiben Sie hinter %1, was gesucht wird, oder &quot;%2&quot; für das Wort</translation>
    </message>
    <message>
        <source>Write what to look for between the brackets</source>
        <translation>Schreiben Sie zwischen die Klammern, was gesucht wird</translation>
    </message>
    <message>
        <source>There is no letter and no digit to look for; write a word</source>
        <translation>Es gibt weder Buchstaben noch Ziffern zu suchen; schreiben Sie ein Wort</translation>
    </message>
    <message>
        <source>The query has too many pieces; write at most %1</source>
        <translation>Die Suche hat zu viele Teile; schreiben Sie höchstens %1</translation>
    </message>
    <message>
        <source>The query has too many words; write at most %1</source>
        <translation>Die Suche hat zu viele Wörter; schreiben Sie höchstens %1</translation>
    </message>
    <message>
        <source>One letter begins too many words; write two or more before *</source>
        <translation>Mit einem Buchstaben beginnen zu viele Wörter; schreiben Sie zwei oder mehr vor *</translation>
    </message>
    <message>
        <source>The phrase is not closed; write &quot; behind its last word</source>
        <translation>Die Wortfolge ist offen; schreiben Sie &quot; hinter ihr letztes Wort</translation>
    </message>
    <message>
        <source>There is no is:%1; write %2 or %3 behind is:</source>
        <translation>Es gibt kein is:%1; schreiben Sie %2 oder %3 hinter is:</translation>
    </message>
    <message>
        <source>Write a number behind version:, such as version:2 or version:&gt;=3</source>
        <translation>Schreiben Sie eine Zahl hinter version:, etwa version:2 oder version:&gt;=3</translation>
    </message>
    <message>
        <source>This is no date; write 20250401, 2025-04-01, last.week or 7.days.ago, or two of them around ..</source>
        <translation>Das ist kein Datum; schreiben Sie 20250401, 2025-04-01, last.week oder 7.days.ago, oder zwei davon um .. herum</translation>
    </message>
    <message>
        <source>The range ends before it begins; write the earlier date first</source>
        <translation>Der Zeitraum endet, bevor er beginnt; schreiben Sie das frühere Datum zuerst</translation>
    </message>
    <message>
        <source>Write a Message-ID behind m:, with or without angle brackets</source>
        <translation>Schreiben Sie eine Message-ID hinter m:, mit oder ohne spitze Klammern</translation>
    </message>
    <message>
        <source>Write 7 to 40 hexadecimal digits of a patch id behind patchid:</source>
        <translation>Schreiben Sie 7 bis 40 hexadezimale Ziffern einer Patch-Kennung hinter patchid:</translation>
    </message>
    <message>
        <source>There is no prefix %1:; write %2: for %3, or &quot; around words</source>
        <translation>Es gibt kein Präfix %1:; schreiben Sie %2: für %3, oder &quot; um Wörter</translation>
    </message>
    <message>
        <source>There is no prefix %1:; write one of %2, or &quot; around words</source>
        <translation>Es gibt kein Präfix %1:; schreiben Sie eines von %2, oder &quot; um Wörter</translation>
    </message>
    <message>
        <source>This SQLite was built without full-text search</source>
        <translation>Dieses SQLite wurde ohne Volltextsuche gebaut</translation>
    </message>
    <message>
        <source>install one that has FTS5</source>
        <translation>installieren Sie eines mit FTS5</translation>
    </message>
    <message>
        <source>move it away</source>
        <translation>verschieben Sie sie</translation>
    </message>
    <message>
        <source>The directory cannot be made</source>
        <translation>Das Verzeichnis lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>set XDG_DATA_HOME to a directory that can be written</source>
        <translation>setzen Sie XDG_DATA_HOME auf ein Verzeichnis, in das sich schreiben lässt</translation>
    </message>
    <message>
        <source>The file is of another program</source>
        <translation>Die Datei gehört zu einem anderen Programm</translation>
    </message>
    <message>
        <source>The file is of a later version of Loredesk</source>
        <translation>Die Datei stammt von einer neueren Version von Loredesk</translation>
    </message>
    <message>
        <source>There is a saved search of the name %1 already</source>
        <translation>Eine gespeicherte Suche mit dem Namen %1 gibt es schon</translation>
    </message>
    <message>
        <source>give it another name</source>
        <translation>geben Sie ihr einen anderen Namen</translation>
    </message>
    <message>
        <source>%1: permission denied</source>
        <translation>%1: keine Berechtigung</translation>
    </message>
    <message>
        <source>The git repository cannot be opened</source>
        <translation>Das git-Repository lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The repository&apos;s objects cannot be read</source>
        <translation>Die Objekte des Repositorys lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>HEAD cannot be read</source>
        <translation>HEAD lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Several objects begin with “%1”</source>
        <translation>Mehrere Objekte beginnen mit „%1“</translation>
    </message>
    <message>
        <source>give more digits of the commit&apos;s id</source>
        <translation>schreiben Sie mehr Ziffern von der Kennung des Commits</translation>
    </message>
    <message>
        <source>The tags cannot be read</source>
        <translation>Die Tags lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>its deltas have no end</source>
        <translation>seine Deltas haben kein Ende</translation>
    </message>
    <message>
        <source>its pack announces more than it can hold</source>
        <translation>sein Pack kündigt mehr an, als es enthalten kann</translation>
    </message>
    <message>
        <source>Object %1 cannot be read: %2</source>
        <translation>Objekt %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>Object %1 cannot be read</source>
        <translation>Objekt %1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Object %1 is missing</source>
        <translation>Objekt %1 fehlt</translation>
    </message>
    <message>
        <source>Object %1 is no %2</source>
        <translation>Objekt %1 ist kein %2</translation>
    </message>
    <message>
        <source>the archive is read without it</source>
        <translation>das Archiv wird ohne ihn gelesen</translation>
    </message>
    <message>
        <source>git pull takes it from where it says</source>
        <translation>git pull holt es von dort, wo es nach eigener Angabe liegt</translation>
    </message>
    <message>
        <source>the others were written</source>
        <translation>die anderen wurden geschrieben</translation>
    </message>
    <message>
        <source>a Message-ID is given as the mail has it, or as a link to lore.kernel.org</source>
        <translation>eine Message-ID wird angegeben, wie die Mail sie hat, oder als Link zu lore.kernel.org</translation>
    </message>
    <message>
        <source>no such message</source>
        <translation>diese Nachricht gibt es nicht</translation>
    </message>
    <message>
        <source>the work was broken off: %1</source>
        <translation>die Arbeit wurde abgebrochen: %1</translation>
    </message>
    <message>
        <source>the system has no thread to spare</source>
        <translation>das System hat keinen Thread übrig</translation>
    </message>
    <message>
        <source>close other programs and try again</source>
        <translation>schließen Sie andere Programme und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>a private directory cannot be made</source>
        <translation>ein privates Verzeichnis lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>make room there, or see who owns it</source>
        <translation>schaffen Sie dort Platz oder sehen Sie nach, wem es gehört</translation>
    </message>
    <message>
        <source>No message lies between “%1” and “%2”</source>
        <translation>Zwischen „%1“ und „%2“ liegt keine Nachricht</translation>
    </message>
    <message>
        <source>if the first is the newer one, write them the other way round</source>
        <translation>ist die erste die neuere, so schreiben Sie sie anders herum</translation>
    </message>
    <message>
        <source>make room or choose another place; nothing was left half-written</source>
        <translation>schaffen Sie Platz oder wählen Sie einen anderen Ort; nichts blieb halb geschrieben</translation>
    </message>
    <message>
        <source>The search cannot be made ready</source>
        <translation>Die Suche lässt sich nicht vorbereiten</translation>
    </message>
    <message>
        <source>choose another version</source>
        <translation>wählen Sie eine andere Version</translation>
    </message>
    <message>
        <source>the %1 field has %2 bytes, more than are read</source>
        <translation>das Feld %1 hat %2 Bytes, mehr als gelesen werden</translation>
    </message>
    <message>
        <source>the header has %1 fields, more than are read</source>
        <translation>der Kopf hat %1 Felder, mehr als gelesen werden</translation>
    </message>
    <message>
        <source>the last %1 were left out</source>
        <translation>die letzten %1 wurden ausgelassen</translation>
    </message>
    <message>
        <source>the Date field cannot be read: %1</source>
        <translation>das Feld Date lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>the message has no Message-ID</source>
        <translation>die Nachricht hat keine Message-ID</translation>
    </message>
    <message>
        <source>unknown charset %1</source>
        <translation>unbekannter Zeichensatz %1</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>gelesen als %1</translation>
    </message>
    <message>
        <source>%1 bytes mean nothing in %2</source>
        <translation>%1 Bytes bedeuten in %2 nichts</translation>
    </message>
    <message>
        <source>shown as U+FFFD</source>
        <translation>gezeigt als U+FFFD</translation>
    </message>
    <message>
        <source>the message has no header</source>
        <translation>die Nachricht hat keinen Kopf</translation>
    </message>
    <message>
        <source>the header ends at a line that is no field</source>
        <translation>der Kopf endet an einer Zeile, die kein Feld ist</translation>
    </message>
    <message>
        <source>the body begins there</source>
        <translation>dort beginnt der Text</translation>
    </message>
    <message>
        <source>the message has more than %1 parts</source>
        <translation>die Nachricht hat mehr als %1 Teile</translation>
    </message>
    <message>
        <source>the rest was left out</source>
        <translation>der Rest wurde ausgelassen</translation>
    </message>
    <message>
        <source>the message nests its parts more than %1 deep</source>
        <translation>die Teile der Nachricht sind mehr als %1-fach geschachtelt</translation>
    </message>
    <message>
        <source>what lies deeper was left out</source>
        <translation>was tiefer liegt, wurde ausgelassen</translation>
    </message>
    <message>
        <source>the message has more text than is read</source>
        <translation>die Nachricht hat mehr Text, als gelesen wird</translation>
    </message>
    <message>
        <source>%1 bytes of it were read, %2 were left out</source>
        <translation>%1 Bytes davon wurden gelesen, %2 ausgelassen</translation>
    </message>
    <message>
        <source>the message is too large to be taken apart whole, %1 bytes</source>
        <translation>die Nachricht ist zu groß, um ganz zerlegt zu werden, %1 Bytes</translation>
    </message>
    <message>
        <source>%1 of them were read, the rest was left out</source>
        <translation>%1 davon wurden gelesen, der Rest ausgelassen</translation>
    </message>
    <message>
        <source>the MIME structure cannot be read</source>
        <translation>die MIME-Struktur lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the message shows no text</source>
        <translation>die Nachricht zeigt keinen Text</translation>
    </message>
    <message>
        <source>the message has more text than is read, %1 bytes as sent</source>
        <translation>die Nachricht hat mehr Text, als gelesen wird, gesendet %1 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes of it were read, the rest was left out</source>
        <translation>%1 Bytes davon wurden gelesen, der Rest ausgelassen</translation>
    </message>
    <message>
        <source>The replies to this patch give it %1 trailers or more</source>
        <translation>Die Antworten auf diesen Patch geben ihm %1 Trailer oder mehr</translation>
    </message>
    <message>
        <source>only the first ones are kept</source>
        <translation>nur die ersten werden behalten</translation>
    </message>
    <message>
        <source>there is no message with that Message-ID</source>
        <translation>es gibt keine Nachricht mit dieser Message-ID</translation>
    </message>
    <message>
        <source>that message belongs to no patch series</source>
        <translation>diese Nachricht gehört zu keiner Patchserie</translation>
    </message>
    <message>
        <source>name a patch, a cover letter, or an answer to one</source>
        <translation>nennen Sie einen Patch, ein Anschreiben oder eine Antwort darauf</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>ein Wort</translation>
    </message>
    <message>
        <source>a name or an address</source>
        <translation>einen Namen oder eine Adresse</translation>
    </message>
    <message>
        <source>a file name</source>
        <translation>einen Dateinamen</translation>
    </message>
    <message>
        <source>a function&apos;s name</source>
        <translation>den Namen einer Funktion</translation>
    </message>
    <message>
        <source>a list&apos;s name</source>
        <translation>den Namen einer Liste</translation>
    </message>
    <message>
        <source>a date or a range of dates such as 20250401..20250430</source>
        <translation>ein Datum oder einen Zeitraum wie 20250401..20250430</translation>
    </message>
    <message>
        <source>a Message-ID</source>
        <translation>eine Message-ID</translation>
    </message>
    <message>
        <source>a number, or &gt;=3, &lt;3 and so on</source>
        <translation>eine Zahl, oder &gt;=3, &lt;3 und so weiter</translation>
    </message>
    <message>
        <source>at least 7 digits of a patch id</source>
        <translation>mindestens 7 Ziffern einer Patch-Kennung</translation>
    </message>
    <message>
        <source>patch, cover, reply or another kind</source>
        <translation>patch, cover, reply oder eine andere Art</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>den Betreff</translation>
    </message>
    <message>
        <source>the sender</source>
        <translation>den Absender</translation>
    </message>
    <message>
        <source>the To field</source>
        <translation>das Feld To</translation>
    </message>
    <message>
        <source>the Cc field</source>
        <translation>das Feld Cc</translation>
    </message>
    <message>
        <source>To and Cc</source>
        <translation>An und Cc</translation>
    </message>
    <message>
        <source>sender, To and Cc</source>
        <translation>Absender, An und Cc</translation>
    </message>
    <message>
        <source>the body</source>
        <translation>den Text</translation>
    </message>
    <message>
        <source>subject and body</source>
        <translation>Betreff und Text</translation>
    </message>
    <message>
        <source>the body without quotations</source>
        <translation>den Text ohne Zitate</translation>
    </message>
    <message>
        <source>quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>files of the diff</source>
        <translation>Dateien des Diffs</translation>
    </message>
    <message>
        <source>hunk headers of the diff</source>
        <translation>Hunk-Köpfe des Diffs</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>die Liste</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>das Datum</translation>
    </message>
    <message>
        <source>the time of arrival</source>
        <translation>die Ankunftszeit</translation>
    </message>
    <message>
        <source>the Message-ID</source>
        <translation>die Message-ID</translation>
    </message>
    <message>
        <source>the patch id</source>
        <translation>die Patch-Kennung</translation>
    </message>
    <message>
        <source>the kind of message</source>
        <translation>die Art der Nachricht</translation>
    </message>
    <message>
        <source>the version of a series</source>
        <translation>die Version einer Serie</translation>
    </message>
    <message>
        <source>The diff of %1 is damaged: it ends early</source>
        <translation>Der Diff von %1 ist beschädigt: Er endet zu früh</translation>
    </message>
    <message>
        <source>The diff of %1 is damaged: it breaks off at “%2”</source>
        <translation>Der Diff von %1 ist beschädigt: Er bricht ab bei „%2“</translation>
    </message>
    <message>
        <source>mailers wrap lines and replace blanks; ask for it again</source>
        <translation>Mailprogramme brechen Zeilen um und ersetzen Leerzeichen; bitten Sie darum, ihn noch einmal zu senden</translation>
    </message>
</context>
<context>
    <name>loredesk::Phase</name>
    <message>
        <source>opening</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>unpacking</source>
        <translation>entpacken</translation>
    </message>
    <message>
        <source>listing messages</source>
        <translation>Nachrichten auflisten</translation>
    </message>
    <message>
        <source>reading messages</source>
        <translation>Nachrichten lesen</translation>
    </message>
    <message>
        <source>indexing text</source>
        <translation>Text indexieren</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>reading commit messages</source>
        <translation>Commit-Nachrichten lesen</translation>
    </message>
    <message>
        <source>reading patches</source>
        <translation>Patches lesen</translation>
    </message>
    <message>
        <source>grouping series</source>
        <translation>Serien zusammenstellen</translation>
    </message>
    <message>
        <source>looking for the message</source>
        <translation>Nachricht suchen</translation>
    </message>
    <message>
        <source>reading versions</source>
        <translation>Versionen werden gelesen</translation>
    </message>
    <message>
        <source>comparing patches</source>
        <translation>Patches werden verglichen</translation>
    </message>
</context>
<context>
    <name>loredesk::app::ArchiveSearch</name>
    <message>
        <source>What is shown is everything, as without a search.</source>
        <translation>Gezeigt wird alles, wie ohne Suche.</translation>
    </message>
    <message>
        <source>What is shown is still what “%1” found.</source>
        <translation>Gezeigt wird noch, was „%1“ gefunden hat.</translation>
    </message>
</context>
<context>
    <name>loredesk::app::ArchiveViews</name>
    <message>
        <source>The search is saved among the views as %1</source>
        <translation>Die Suche ist als %1 unter den Ansichten gespeichert</translation>
    </message>
</context>
<context>
    <name>loredesk::app::Controller</name>
    <message>
        <source>Loading was cancelled</source>
        <translation>Das Laden wurde abgebrochen</translation>
    </message>
    <message>
        <source>1 message, %1</source>
        <translation>1 Nachricht, %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, %1</source>
        <translation>
            <numerusform>%Ln Nachricht, %1</numerusform>
            <numerusform>%Ln Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>1 new message</source>
        <translation>1 neue Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln neue Nachrichten</numerusform>
            <numerusform>%Ln neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive has changed, without new messages</source>
        <translation>Das Archiv hat sich geändert, ohne neue Nachrichten</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>%L2 of %Ln messages, %1, filtered</source>
        <translation>
            <numerusform>%L2 von %Ln Nachricht, %1, gefiltert</numerusform>
            <numerusform>%L2 von %Ln Nachrichten, %1, gefiltert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of 1 message, %2, filtered</source>
        <translation>%1 von 1 Nachricht, %2, gefiltert</translation>
    </message>
</context>
<context>
    <name>loredesk::app::DigestBuilding</name>
    <message>
        <source>%1, filtered</source>
        <translation>%1, gefiltert</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the digest of %1 …</source>
        <translation>Digest wird erstellt, %1 …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Copied the digest of %1: %2, %3</source>
        <translation>Digest kopiert, %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>loredesk::app::MarkKeeper</name>
    <message>
        <source>The last mark was taken back</source>
        <translation>Das letzte Kennzeichen wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Nothing has changed: no such mark was there, or the messages have no Message-ID</source>
        <translation>Nichts hat sich geändert: Es gab kein solches Kennzeichen, oder die Nachrichten haben keine Message-ID</translation>
    </message>
    <message>
        <source>The mark was taken away</source>
        <translation>Das Kennzeichen wurde weggenommen</translation>
    </message>
    <message numerus="yes">
        <source>The marks of %Ln series were taken away</source>
        <translation>
            <numerusform>Das Kennzeichen von %Ln Serie wurde weggenommen</numerusform>
            <numerusform>Die Kennzeichen von %Ln Serien wurden weggenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Gekennzeichnet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series marked: %1</source>
        <translation>
            <numerusform>%Ln Serie gekennzeichnet: %1</numerusform>
            <numerusform>%Ln Serien gekennzeichnet: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 takes it back)</source>
        <translation>%1 (%2 nimmt es zurück)</translation>
    </message>
    <message>
        <source>The note was deleted</source>
        <translation>Die Notiz ist gelöscht</translation>
    </message>
    <message>
        <source>The note was written</source>
        <translation>Die Notiz ist geschrieben</translation>
    </message>
    <message>
        <source>The note is as it was before</source>
        <translation>Die Notiz ist wieder, wie sie war</translation>
    </message>
</context>
<context>
    <name>loredesk::app::OpenArchive</name>
    <message>
        <source>Nothing is kept of this archive, so opening and searching it takes longer</source>
        <translation>Von diesem Archiv wird nichts aufbewahrt, daher dauern Öffnen und Suchen länger</translation>
    </message>
    <message>
        <source>What was kept of this archive cannot be used</source>
        <translation>Was von diesem Archiv aufbewahrt wurde, ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>Nobody remembers when this archive was visited last</source>
        <translation>Der letzte Besuch dieses Archivs ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>loredesk::app::RevisionLookup</name>
    <message>
        <source>“%1” is no range of revisions</source>
        <translation>„%1“ ist kein Bereich von Revisionen</translation>
    </message>
    <message>
        <source>write A..B, A.. or ..B</source>
        <translation>schreiben Sie A..B, A.. oder ..B</translation>
    </message>
</context>
<context>
    <name>loredesk::app::SeriesDiffReader</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>This patch is not in the archive.</source>
        <translation>Dieser Patch ist nicht im Archiv.</translation>
    </message>
    <message>
        <source>These patches are not in the archive.</source>
        <translation>Diese Patches sind nicht im Archiv.</translation>
    </message>
</context>
<context>
    <name>loredesk::app::SeriesOutlet</name>
    <message>
        <source>%1 of “%2”</source>
        <translation>%1 von „%2“</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>applies to %1</source>
        <translation>passt auf %1</translation>
    </message>
    <message>
        <source>1 patch written</source>
        <translation>1 Patch geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patches written</source>
        <translation>
            <numerusform>%Ln Patch geschrieben</numerusform>
            <numerusform>%Ln Patches geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>1 trailer of replies applied</source>
        <translation>1 Trailer aus Antworten übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trailers of replies applied</source>
        <translation>
            <numerusform>%Ln Trailer aus Antworten übernommen</numerusform>
            <numerusform>%Ln Trailer aus Antworten übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 trailer not applied</source>
        <translation>1 Trailer nicht übernommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trailers not applied</source>
        <translation>
            <numerusform>%Ln Trailer nicht übernommen</numerusform>
            <numerusform>%Ln Trailer nicht übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>(of %1)</source>
        <translation>(aus %1)</translation>
    </message>
    <message>
        <source>not applied: %1, sent by %2</source>
        <translation>nicht übernommen: %1, gesandt von %2</translation>
    </message>
    <message>
        <source>Saving it as mbox asks whether to take what is there</source>
        <translation>Wer sie als mbox speichert, wird gefragt, ob das Vorhandene genügt</translation>
    </message>
    <message>
        <source>1 message written to %1</source>
        <translation>1 Nachricht nach %1 geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages written to %1</source>
        <translation>
            <numerusform>%Ln Nachricht nach %1 geschrieben</numerusform>
            <numerusform>%Ln Nachrichten nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 patch is missing</source>
        <translation>1 Patch fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patches are missing</source>
        <translation>
            <numerusform>%Ln Patch fehlt</numerusform>
            <numerusform>%Ln Patches fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lacks 1 of %2 patches: %3</source>
        <translation>Bei %1 fehlt 1 von %2 Patches: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks %Ln of %2 patches: %3</source>
        <translation>
            <numerusform>Bei %1 fehlt %Ln von %2 Patches: %3</numerusform>
            <numerusform>Bei %1 fehlen %Ln von %2 Patches: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::items::ActivityModel</name>
    <message>
        <source>week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 by bots</source>
        <translation>%1: %2, %3, %4 von Bots</translation>
    </message>
    <message>
        <source>1 patch</source>
        <translation>1 Patch</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patches</source>
        <translation>
            <numerusform>%Ln Patch</numerusform>
            <numerusform>%Ln Patches</numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>By bots</source>
        <translation>Von Bots</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>loredesk::items::ArchiveListModel</name>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>could not be opened</source>
        <translation>konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them new since the last visit</source>
        <translation>
            <numerusform>%Ln davon neu seit dem letzten Besuch</numerusform>
            <numerusform>%Ln davon neu seit dem letzten Besuch</numerusform>
        </translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>shown in the window</source>
        <translation>im Fenster gezeigt</translation>
    </message>
</context>
<context>
    <name>loredesk::items::CountModel</name>
    <message>
        <source>1 posting</source>
        <translation>1 Beitrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln postings</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (bot): %2</source>
        <translation>%1 (Bot): %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Postings</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>By bots</source>
        <translation>Von Bots</translation>
    </message>
    <message>
        <source>(no address)</source>
        <translation>(keine Adresse)</translation>
    </message>
</context>
<context>
    <name>loredesk::items::Duration</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 Wochen</translation>
    </message>
</context>
<context>
    <name>loredesk::items::FigureModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>loredesk::items::FileListModel</name>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>mode changed</source>
        <translation>Modus geändert</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1, binary</source>
        <translation>%1, binär</translation>
    </message>
    <message>
        <source>%1, %2 from %3</source>
        <translation>%1, %2 aus %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, binary</source>
        <translation>%1, %2, binär</translation>
    </message>
    <message>
        <source>%1, %2, %3 lines added, %4 removed</source>
        <translation>%1, %2, %3 Zeilen hinzugefügt, %4 entfernt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
</context>
<context>
    <name>loredesk::items::MarkWords</name>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Waiting for a new version</source>
        <translation>Wartet auf eine neue Version</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Not for me</source>
        <translation>Nichts für mich</translation>
    </message>
    <message>
        <source>No mark</source>
        <translation>Kein Kennzeichen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>neu gesandt</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <comment>a version</comment>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>%1 before</source>
        <comment>reviewed, before it was sent again</comment>
        <translation>%1 zuvor</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>reviewed v2</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>your mark: %1</source>
        <translation>Ihr Kennzeichen: %1</translation>
    </message>
    <message>
        <source>%1, given before it was sent again</source>
        <translation>%1, gegeben, bevor sie neu gesandt wurde</translation>
    </message>
    <message>
        <source>%1, given to %2; %3 is there</source>
        <translation>%1, gegeben für %2; %3 ist da</translation>
    </message>
    <message>
        <source>your note: %1</source>
        <translation>Ihre Notiz: %1</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <comment>a note, of a version</comment>
        <translation>%1 (zu %2)</translation>
    </message>
</context>
<context>
    <name>loredesk::items::PatchState</name>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggefallen</translation>
    </message>
    <message>
        <source>not found; the version is not whole</source>
        <translation>nicht gefunden; die Version ist nicht vollständig</translation>
    </message>
    <message>
        <source>could not be compared</source>
        <translation>konnte nicht verglichen werden</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
</context>
<context>
    <name>loredesk::items::PatchTableModel</name>
    <message>
        <source>Cover letter</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>%1: not in it</source>
        <translation>%1: nicht darin</translation>
    </message>
    <message>
        <source>%1: cover letter</source>
        <translation>%1: Anschreiben</translation>
    </message>
    <message>
        <source>%1: patch %2</source>
        <translation>%1: Patch %2</translation>
    </message>
</context>
<context>
    <name>loredesk::items::ProblemModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was daraus folgt</translation>
    </message>
</context>
<context>
    <name>loredesk::items::SeriesFigures</name>
    <message>
        <source>under 1 %</source>
        <translation>unter 1 %</translation>
    </message>
    <message>
        <source>over 99 %</source>
        <translation>über 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 Serie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Was sie sind</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>RFC</source>
        <translation>RFC</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translation>Pull-Request</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Patches that were sent</source>
        <translation>Gesendete Patches</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Answers by others than author and bots</source>
        <translation>Antworten von anderen als Autor und Bots</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Unbeantwortet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1, every version counted; each stands once beneath every heading</source>
        <translation>%1, jede Version gezählt; jede steht einmal unter jeder Überschrift</translation>
    </message>
    <message>
        <source>%1; without %2 by bots</source>
        <translation>%1; ohne %2 von Bots</translation>
    </message>
    <message>
        <source>First answer after (steps of unequal length)</source>
        <translation>Erste Antwort nach (Schritte ungleicher Länge)</translation>
    </message>
    <message>
        <source>Unanswered so far, waiting for</source>
        <translation>Bisher unbeantwortet, Wartezeit</translation>
    </message>
    <message>
        <source>unanswered for %1</source>
        <translation>unbeantwortet seit %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 unanswered so far</source>
        <translation>%1 bisher unbeantwortet</translation>
    </message>
    <message>
        <source>median of the answered alone: %1</source>
        <translation>Median der beantworteten allein: %1</translation>
    </message>
    <message>
        <source>Half of the month&apos;s series had an answer within</source>
        <translation>Die Hälfte der Serien des Monats hatte eine Antwort in</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>no series</source>
        <translation>keine Serie</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>sent in %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Half answered within</source>
        <translation>Hälfte beantwortet in</translation>
    </message>
    <message>
        <source>Hours until half are answered</source>
        <translation>Stunden, bis die Hälfte beantwortet ist</translation>
    </message>
    <message>
        <source>Half of %1 had an answer within %2</source>
        <translation>Die Hälfte von %1 hatte in %2 eine Antwort</translation>
    </message>
    <message>
        <source>Fewer than half of %1 have an answer</source>
        <translation>Weniger als die Hälfte von %1 hat eine Antwort</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>beantwortet in %1</translation>
    </message>
</context>
<context>
    <name>loredesk::items::SeriesFilterModel</name>
    <message>
        <source>, new</source>
        <translation>, neu</translation>
    </message>
    <message>
        <source>, found</source>
        <translation>, gefunden</translation>
    </message>
    <message>
        <source>, 1 found in it</source>
        <translation>, 1 darin gefunden</translation>
    </message>
    <message numerus="yes">
        <source>, %n found in it</source>
        <translation>
            <numerusform>, %n darin gefunden</numerusform>
            <numerusform>, %n darin gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::items::SeriesTreeModel</name>
    <message>
        <source>Version %1, sent before</source>
        <translation>Version %1, schon früher gesendet</translation>
    </message>
    <message>
        <source>Earlier version %1</source>
        <translation>Frühere Version %1</translation>
    </message>
    <message>
        <source>cover letter, sent again</source>
        <translation>Anschreiben, noch einmal gesendet</translation>
    </message>
    <message>
        <source>cover letter</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>%1 (sent again)</source>
        <translation>%1 (noch einmal gesendet)</translation>
    </message>
    <message>
        <source>%1 (as in the version before)</source>
        <translation>%1 (wie in der Version davor)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Re: %1</source>
        <translation>Re: %1</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>no replies</source>
        <translation>keine Antworten</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>acked</source>
        <translation>mit Acked-by</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>mit Reviewed-by</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>mit Tested-by</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n patches %2</source>
        <translation>
            <numerusform>%1 von %n Patch %2</numerusform>
            <numerusform>%1 von %n Patches %2</numerusform>
        </translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>%1 by 1 person</source>
        <translation>%1 von 1 Person</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n people</source>
        <translation>
            <numerusform>%1 von %n Person</numerusform>
            <numerusform>%1 von %n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>pull request: %1</source>
        <translation>Pull Request: %1</translation>
    </message>
    <message>
        <source>patch %1 of %2: %3</source>
        <translation>Patch %1 von %2: %3</translation>
    </message>
    <message>
        <source>, sent again</source>
        <translation>, noch einmal gesendet</translation>
    </message>
    <message>
        <source>, as in the version before</source>
        <translation>, wie in der Version davor</translation>
    </message>
    <message>
        <source>patch %1 of %2 is missing</source>
        <translation>Patch %1 von %2 fehlt</translation>
    </message>
    <message>
        <source>reply: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>thread: %1</source>
        <translation>Thread: %1</translation>
    </message>
    <message>
        <source>, from a bot</source>
        <translation>, von einem Bot</translation>
    </message>
    <message>
        <source>, refused by 1</source>
        <translation>, von 1 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>, refused by %n</source>
        <translation>
            <numerusform>, von %n abgelehnt</numerusform>
            <numerusform>, von %n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <source>%1 of 1 patch</source>
        <translation>%1 von 1 Patch</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n patches</source>
        <translation>
            <numerusform>%1 von %n Patch</numerusform>
            <numerusform>%1 von %n Patches</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation>%1, vollständig</translation>
    </message>
    <message>
        <source>%1, incomplete</source>
        <translation>%1, unvollständig</translation>
    </message>
    <message>
        <source>%1
missing: %2</source>
        <translation>%1
es fehlen: %2</translation>
    </message>
    <message>
        <source>The archive does not hold patch %1 of this series</source>
        <translation>Das Archiv enthält Patch %1 dieser Serie nicht</translation>
    </message>
    <message>
        <source>joined to the version before it by: %1 (%2)</source>
        <translation>der Version davor zugeordnet durch: %1 (%2)</translation>
    </message>
    <message>
        <source>Nacked-by: %1</source>
        <translation>Nacked-by: %1</translation>
    </message>
    <message>
        <source>%1 (sent by somebody else, not counted)</source>
        <translation>%1 (von jemand anderem gesendet, nicht gezählt)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>v</source>
        <comment>version, short</comment>
        <translation>v</translation>
    </message>
    <message>
        <source>Patches received</source>
        <translation>Eingegangene Patches</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Acked</source>
        <translation>Acked</translation>
    </message>
    <message>
        <source>A</source>
        <comment>acked, short</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>R</source>
        <comment>reviewed, short</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Tested</translation>
    </message>
    <message>
        <source>T</source>
        <comment>tested, short</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>thread without a subject</source>
        <translation>Thread ohne Betreff</translation>
    </message>
    <message>
        <source>Your mark</source>
        <translation>Ihr Kennzeichen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kennzeichen</translation>
    </message>
</context>
<context>
    <name>loredesk::items::ThreadModel</name>
    <message>
        <source>a message that is not in the archive</source>
        <translation>eine Nachricht, die nicht im Archiv ist</translation>
    </message>
    <message>
        <source>%1, answers %2</source>
        <translation>%1, antwortet %2</translation>
    </message>
    <message>
        <source>, cover letter</source>
        <translation>, Anschreiben</translation>
    </message>
    <message>
        <source>, patch %1 of %2</source>
        <translation>, Patch %1 von %2</translation>
    </message>
    <message>
        <source>, new</source>
        <translation>, neu</translation>
    </message>
    <message>
        <source>, the message that is shown</source>
        <translation>, die Nachricht, die gezeigt wird</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>loredesk::items::VersionsModel</name>
    <message>
        <source>the same change-id</source>
        <translation>dieselbe change-id</translation>
    </message>
    <message>
        <source>the same title and author</source>
        <translation>derselbe Titel und Autor</translation>
    </message>
    <message>
        <source>a link to the version before</source>
        <translation>ein Link zur Version davor</translation>
    </message>
    <message>
        <source>sent in reply to the version before</source>
        <translation>als Antwort auf die Version davor gesendet</translation>
    </message>
    <message>
        <source>says that it supersedes the version before</source>
        <translation>sagt, dass sie die Version davor ersetzt</translation>
    </message>
    <message>
        <source>most patches are the same</source>
        <translation>die meisten Patches sind dieselben</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>, the newest</source>
        <translation>, die neueste</translation>
    </message>
    <message>
        <source>, sent again since</source>
        <translation>, seither erneut gesendet</translation>
    </message>
    <message>
        <source>, superseded</source>
        <translation>, überholt</translation>
    </message>
    <message>
        <source>, the one that is shown</source>
        <translation>, die gezeigte</translation>
    </message>
    <message>
        <source>pull request</source>
        <translation>Pull-Request</translation>
    </message>
    <message>
        <source>%1 of %2 patches, complete</source>
        <translation>%1 von %2 Patches, vollständig</translation>
    </message>
    <message>
        <source>%1 of %2 patches, incomplete</source>
        <translation>%1 von %2 Patches, unvollständig</translation>
    </message>
    <message>
        <source>Replies: %1</source>
        <translation>Antworten: %1</translation>
    </message>
    <message>
        <source>Patches with an ack: %1</source>
        <translation>Patches mit Ack: %1</translation>
    </message>
    <message>
        <source>Patches with a review: %1</source>
        <translation>Patches mit Review: %1</translation>
    </message>
    <message>
        <source>Patches with a test: %1</source>
        <translation>Patches mit Test: %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A</source>
        <comment>acked</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Patches with an ack</source>
        <translation>Patches mit Ack</translation>
    </message>
    <message>
        <source>R</source>
        <comment>reviewed</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>Patches with a review</source>
        <translation>Patches mit Review</translation>
    </message>
    <message>
        <source>T</source>
        <comment>tested</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>Patches with a test</source>
        <translation>Patches mit Test</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Joined by</source>
        <translation>Verbunden durch</translation>
    </message>
    <message>
        <source>Why it is taken for another version of the one below</source>
        <translation>Warum sie als weitere Version der darunter gilt</translation>
    </message>
</context>
<context>
    <name>loredesk::items::ViewListModel</name>
    <message>
        <source>All series</source>
        <translation>Alle Serien</translation>
    </message>
    <message>
        <source>Since the last visit</source>
        <translation>Seit dem letzten Besuch</translation>
    </message>
    <message>
        <source>Unanswered patches</source>
        <translation>Unbeantwortete Patches</translation>
    </message>
    <message>
        <source>Incomplete series</source>
        <translation>Unvollständige Serien</translation>
    </message>
    <message>
        <source>RFCs</source>
        <translation>RFCs</translation>
    </message>
    <message>
        <source>Pull requests</source>
        <translation>Pull-Requests</translation>
    </message>
    <message>
        <source>Every series of the range, and the threads without patches</source>
        <translation>Jede Serie des Zeitraums und die Threads ohne Patches</translation>
    </message>
    <message>
        <source>What has something in it that came since the archive was open last</source>
        <translation>Worin etwas ist, das kam, seit das Archiv zuletzt offen war</translation>
    </message>
    <message>
        <source>Series that nobody but their author and bots has answered</source>
        <translation>Serien, die niemand außer ihrem Autor und Bots beantwortet hat</translation>
    </message>
    <message>
        <source>Series that lack patches</source>
        <translation>Serien, denen Patches fehlen</translation>
    </message>
    <message>
        <source>Series that ask for comments</source>
        <translation>Serien, die um Kommentare bitten</translation>
    </message>
    <message>
        <source>Requests to pull from a repository</source>
        <translation>Bitten, aus einem Repository zu holen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln</source>
        <translation>
            <numerusform>%1, %Ln</numerusform>
            <numerusform>%1, %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Gekennzeichnet</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Series that you marked so, and those of which the new version is there that you wait for</source>
        <translation>Serien, die Sie so gekennzeichnet haben, und die, deren neue Version da ist, auf die Sie warten</translation>
    </message>
    <message>
        <source>Series that you gave a mark or wrote a note on</source>
        <translation>Serien, die Sie gekennzeichnet oder zu denen Sie eine Notiz geschrieben haben</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ActivityChartView</name>
    <message>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>No bars</source>
        <translation>Keine Balken</translation>
    </message>
    <message>
        <source>1 bar: %1</source>
        <translation>1 Balken: %1</translation>
    </message>
    <message>
        <source>%1 bars, from %2 to %3</source>
        <translation>%1 Balken, von %2 bis %3</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>1 patch</source>
        <translation>1 Patch</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patches</source>
        <translation>
            <numerusform>%Ln Patch</numerusform>
            <numerusform>%Ln Patches</numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <translation>&amp;Nur %1</translation>
    </message>
    <message>
        <source>&amp;Whole range</source>
        <translation>&amp;Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 from bots</source>
        <translation>%1, %2, %3 von Bots</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::AnswersLine</name>
    <message>
        <source>In reply to a message that is not in the archive</source>
        <translation>Antwort auf eine Nachricht, die nicht im Archiv ist</translation>
    </message>
    <message>
        <source>In reply to %1 by %2</source>
        <translation>Antwort auf %1 von %2</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>Zur Antwort</translation>
    </message>
    <message>
        <source>Choose a reply to go to</source>
        <translation>Eine Antwort auswählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;All in the Conversation</source>
        <translation>&amp;Alle im Gespräch</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ArchiveSection</name>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>&amp;Refresh This Archive</source>
        <translation>Dieses Archiv aktualisie&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Close This Archive</source>
        <translation>Dieses Archiv s&amp;chließen</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Show in the &amp;File Manager</source>
        <translation>In der &amp;Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Next &amp;Archive</source>
        <translation>Nächstes &amp;Archiv</translation>
    </message>
    <message>
        <source>Previous Arc&amp;hive</source>
        <translation>Voriges Arc&amp;hiv</translation>
    </message>
    <message>
        <source>None is open</source>
        <translation>Keines ist offen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::BarChartView</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>No bars</source>
        <translation>Keine Balken</translation>
    </message>
    <message>
        <source>1 bar: %1</source>
        <translation>1 Balken: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n bars, most first: %1</source>
        <translation>
            <numerusform>%n Balken, die meisten zuerst: %1</numerusform>
            <numerusform>%n Balken, die meisten zuerst: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (bot)</source>
        <translation>%1 (Bot)</translation>
    </message>
    <message>
        <source>&amp;Filter by %1</source>
        <translation>Nach %1 &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Add %1 to the filter</source>
        <translation>%1 zum Filter &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n bars, the first: %1</source>
        <translation>
            <numerusform>%n Balken, der erste: %1</numerusform>
            <numerusform>%n Balken, der erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ChartView</name>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ChartsPanel</name>
    <message>
        <source>Top</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Beitragende</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>How many bars</source>
        <translation>Wie viele Balken</translation>
    </message>
    <message>
        <source>How many bars, most first</source>
        <translation>Wie viele Balken, die meisten zuerst</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same numbers as a table</source>
        <translation>Dieselben Zahlen als Tabelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chart as a picture</source>
        <translation>Diagramm als Bild kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Patches and cover letters of %1</source>
        <translation>Patches und Anschreiben von %1</translation>
    </message>
    <message>
        <source> · %1 of %2 domains</source>
        <translation> · %1 von %2 Domains</translation>
    </message>
    <message>
        <source> · %1 of %2 contributors</source>
        <translation> · %1 von %2 Beitragenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Nothing to count in this range</source>
        <translation>In diesem Zeitraum ist nichts zu zählen</translation>
    </message>
    <message>
        <source> · %1 of %2 owners</source>
        <translation> · %1 von %2 Inhabern</translation>
    </message>
    <message>
        <source>Domains by owner</source>
        <translation>Domains nach Inhaber</translation>
    </message>
    <message>
        <source>Time to the first answer by month</source>
        <translation>Zeit bis zur ersten Antwort nach Monat</translation>
    </message>
    <message>
        <source>Time to the first answer</source>
        <translation>Zeit bis zur ersten Antwort</translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <translation>Die Tabelle als Text kopieren</translation>
    </message>
    <message>
        <source>Save the numbers as CSV</source>
        <translation>Die Zahlen als CSV speichern</translation>
    </message>
    <message>
        <source>Save the chart as PNG, SVG or CSV</source>
        <translation>Das Diagramm als PNG, SVG oder CSV speichern</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Inhaber</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monat</translation>
    </message>
    <message>
        <source>Domains as written, or whose they are</source>
        <translation>Domains wie geschrieben oder nach Inhaber</translation>
    </message>
    <message>
        <source>How long answers took, or how that changed</source>
        <translation>Wie lange Antworten brauchten, oder wie sich das änderte</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Series by state</source>
        <translation>Serien nach Zustand</translation>
    </message>
    <message>
        <source>How long series wait for their first answer</source>
        <translation>Wie lange Serien auf ihre erste Antwort warten</translation>
    </message>
    <message>
        <source>C&amp;harts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>&amp;Contributors</source>
        <translation>&amp;Beitragende</translation>
    </message>
    <message>
        <source>&amp;Domains</source>
        <translation>&amp;Domains</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>&amp;Series by State</source>
        <translation>&amp;Serien nach Zustand</translation>
    </message>
    <message>
        <source>&amp;Latency</source>
        <translation>&amp;Wartezeit</translation>
    </message>
    <message>
        <source>Domains by &amp;Owner</source>
        <translation>Domains nach &amp;Inhaber</translation>
    </message>
    <message>
        <source>Latency by &amp;Month</source>
        <translation>Wartezeit nach &amp;Monat</translation>
    </message>
    <message>
        <source>As &amp;Table</source>
        <translation>Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Co&amp;py Chart</source>
        <translation>Diagramm &amp;kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve Chart…</source>
        <translation>Diagramm s&amp;peichern…</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Noch nichts zu zählen</translation>
    </message>
    <message>
        <source>Open an archive first.</source>
        <translation>Öffnen Sie zuerst ein Archiv.</translation>
    </message>
    <message>
        <source>Nothing to count in what the tree shows</source>
        <translation>In dem, was der Baum zeigt, ist nichts zu zählen</translation>
    </message>
    <message>
        <source>%1 · filtered</source>
        <translation>%1 · gefiltert</translation>
    </message>
    <message>
        <source>The archive is being read.</source>
        <translation>Das Archiv wird gelesen.</translation>
    </message>
    <message>
        <source>Counted are all messages of the rows that search, view and filter leave,
not only those that were found.</source>
        <translation>Gezählt sind alle Nachrichten der Zeilen, die Suche, Ansicht und Filter lassen,
nicht nur die gefundenen.</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ComparisonDocument</name>
    <message>
        <source>Cover letter</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>Title and message</source>
        <translation>Titel und Nachricht</translation>
    </message>
    <message>
        <source>Patches from %1 to %2: %3</source>
        <translation>Patches von %1 zu %2: %3</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <source>Patches of %1 that this archive lacks: %L2</source>
        <translation>Patches von %1, die diesem Archiv fehlen: %L2</translation>
    </message>
    <message>
        <source>Patches that were not read, as there are so many: %L1</source>
        <translation>Patches, die nicht gelesen wurden, weil es so viele sind: %L1</translation>
    </message>
    <message>
        <source>So many patches have no counterpart that not every way to match them was weighed</source>
        <translation>So viele Patches haben kein Gegenstück, dass nicht jede Zuordnung abgewogen wurde</translation>
    </message>
    <message>
        <source>It is so long that only its beginning was compared</source>
        <translation>Er ist so lang, dass nur sein Anfang verglichen wurde</translation>
    </message>
    <message>
        <source>So much is different that the difference may be larger than it need be</source>
        <translation>So viel ist anders, dass der Unterschied größer sein kann als nötig</translation>
    </message>
    <message>
        <source>The difference is left out, as the comparison has become too long</source>
        <translation>Der Unterschied ist weggelassen, weil der Vergleich zu lang wurde</translation>
    </message>
    <message>
        <source>Lines of the difference that are left out: %L1</source>
        <translation>Zeilen des Unterschieds, die weggelassen sind: %L1</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ComparisonPane</name>
    <message>
        <source>Patches of both versions</source>
        <translation>Patches beider Versionen</translation>
    </message>
    <message>
        <source>Next Compared Patch</source>
        <translation>Nächster verglichener Patch</translation>
    </message>
    <message>
        <source>Previous Compared Patch</source>
        <translation>Voriger verglichener Patch</translation>
    </message>
    <message>
        <source>Next Difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous Difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Show the Compared Patch</source>
        <translation>Verglichenen Patch zeigen</translation>
    </message>
    <message>
        <source>No patch follows</source>
        <translation>Es folgt kein Patch</translation>
    </message>
    <message>
        <source>No patch before this one</source>
        <translation>Kein Patch vor diesem</translation>
    </message>
    <message>
        <source>No difference follows</source>
        <translation>Es folgt kein Unterschied</translation>
    </message>
    <message>
        <source>No difference before this one</source>
        <translation>Kein Unterschied vor diesem</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::Dates</name>
    <message>
        <source>d</source>
        <comment>date format</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format</comment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date format</comment>
        <translation>MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy HH:mm:ss</source>
        <comment>date format</comment>
        <translation>dddd, d. MMMM yyyy HH:mm:ss</translation>
    </message>
    <message>
        <source>C</source>
        <comment>the locale of this translation, such as de_DE: names months and days</comment>
        <translation>de_DE</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>and a time of day</comment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::DiffOutline</name>
    <message>
        <source>Files of the diff</source>
        <translation>Dateien des Diffs</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::DigestPanel</name>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>Build the digest of this range</source>
        <translation>Digest dieses Zeitraums erstellen</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Messages that could not be read; the digest says which</source>
        <translation>Nachrichten, die nicht gelesen werden konnten; der Digest nennt sie</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>list name</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No digest yet</source>
        <translation>Noch kein Digest</translation>
    </message>
    <message>
        <source>Open an archive first.</source>
        <translation>Öffnen Sie zuerst ein Archiv.</translation>
    </message>
    <message>
        <source>Choose a range and a layout, then build it.</source>
        <translation>Wählen Sie Zeitraum und Aufbau, dann erstellen Sie ihn.</translation>
    </message>
    <message>
        <source>Build the Digest</source>
        <translation>Digest erstellen</translation>
    </message>
    <message>
        <source>Building the digest</source>
        <translation>Digest wird erstellt</translation>
    </message>
    <message>
        <source>The first day is after the last</source>
        <translation>Der erste Tag liegt nach dem letzten</translation>
    </message>
    <message>
        <source>Type the revisions, for example a6e8d792..280157597</source>
        <translation>Geben Sie die Revisionen an, zum Beispiel a6e8d792..280157597</translation>
    </message>
    <message>
        <source>What is shown has changed since; build again</source>
        <translation>Die Anzeige hat sich seitdem geändert; erstellen Sie ihn neu</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the page shows the beginning, the source all of it</source>
        <translation>%1; die Seite zeigt den Anfang, der Quelltext alles</translation>
    </message>
    <message>
        <source>⚠ 1 problem</source>
        <translation>⚠ 1 Problem</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln problems</source>
        <translation>
            <numerusform>⚠ %Ln Problem</numerusform>
            <numerusform>⚠ %Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (*.%2);;All files (*)</source>
        <translation>%1 (*.%2);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the digest</source>
        <translation>Digest speichern</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Wie angezeigt</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>Erster Tag (UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>Letzter Tag (UTC)</translation>
    </message>
    <message>
        <source>after revision</source>
        <translation>nach Revision</translation>
    </message>
    <message>
        <source>Revision before the first message</source>
        <translation>Revision vor der ersten Nachricht</translation>
    </message>
    <message>
        <source>up to revision</source>
        <translation>bis Revision</translation>
    </message>
    <message>
        <source>Revision of the last message</source>
        <translation>Revision der letzten Nachricht</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Full: with a list of the series, incomplete ones marked, bots apart.
Classic: the plain lists and messages.</source>
        <translation>Ausführlich: mit einer Liste der Serien, unvollständige markiert, Bots getrennt.
Klassisch: die schlichten Listen und Nachrichten.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Ausführlich</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>Name of the list, for the headings</source>
        <translation>Name der Liste, für die Überschriften</translation>
    </message>
    <message>
        <source>Rows in the top lists</source>
        <translation>Zeilen in den Bestenlisten</translation>
    </message>
    <message>
        <source>Top </source>
        <translation>Höchstens </translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Als Seite</translation>
    </message>
    <message>
        <source>Show the HTML as a page, not as source</source>
        <translation>HTML als Seite zeigen, nicht als Quelltext</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the digest, as text and as HTML</source>
        <translation>Digest kopieren, als Text und als HTML</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the digest to a file</source>
        <translation>Digest in eine Datei speichern</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print the digest</source>
        <translation>Digest drucken</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>A digest of so many is built when you ask for it.</source>
        <translation>Ein Digest von so vielen wird erstellt, wenn Sie danach fragen.</translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation>Wird erneuert …</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Copied, %1</source>
        <translation>Kopiert, %1</translation>
    </message>
    <message>
        <source>as Markdown and as HTML</source>
        <translation>als Markdown und als HTML</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>als JSON</translation>
    </message>
    <message>
        <source>as text and as HTML</source>
        <translation>als Text und als HTML</translation>
    </message>
    <message>
        <source>The archive is being read.</source>
        <translation>Das Archiv wird gelesen.</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::DropOverlay</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>Drop to open these %Ln as one archive</source>
        <translation>
            <numerusform>Ablegen, um %Ln als ein Archiv zu öffnen</numerusform>
            <numerusform>Ablegen, um diese %Ln als ein Archiv zu öffnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::FilterBar</name>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Incomplete Series Only</source>
        <translation>Nur &amp;unvollständige Serien</translation>
    </message>
    <message>
        <source>&amp;Unanswered Only</source>
        <translation>Nur un&amp;beantwortete</translation>
    </message>
    <message>
        <source>Hide &amp;Bots</source>
        <translation>B&amp;ots ausblenden</translation>
    </message>
    <message>
        <source>Click to remove this filter</source>
        <translation>Klicken, um diesen Filter zu entfernen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Filter: %n on</source>
        <translation>
            <numerusform>Filter: %n aktiv</numerusform>
            <numerusform>Filter: %n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only incomplete or unanswered series, or hide bots</source>
        <translation>Nur unvollständige oder unbeantwortete Serien zeigen, oder Bots ausblenden</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::HelpWindow</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>Filter and search</source>
        <translation>Filtern und suchen</translation>
    </message>
    <message>
        <source>The digest</source>
        <translation>Der Digest</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>Die Kommandozeile</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Help — Loredesk</source>
        <translation>Hilfe — Loredesk</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>from the other end  </source>
        <translation>vom anderen Ende  </translation>
    </message>
    <message>
        <source>not found  </source>
        <translation>nicht gefunden  </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MainWindow</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1 — Loredesk</source>
        <translation>%1 — Loredesk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open Other…</source>
        <translation>Anderes öffnen…</translation>
    </message>
    <message>
        <source>Patch %1 is not in this archive</source>
        <translation>Patch %1 ist nicht in diesem Archiv</translation>
    </message>
    <message>
        <source>It may never have reached the list, or lie in a part of the archive that is not here</source>
        <translation>Vielleicht hat er die Liste nie erreicht, oder er liegt in einem Teil des Archivs, der hier fehlt</translation>
    </message>
    <message>
        <source>&lt;%1&gt; is not in this archive</source>
        <translation>&lt;%1&gt; ist nicht in diesem Archiv</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 Serie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln series</source>
        <translation>
            <numerusform>%Ln Serie</numerusform>
            <numerusform>%Ln Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>range %1</source>
        <translation>Zeitraum %1</translation>
    </message>
    <message>
        <source>range %1 (%L2)</source>
        <translation>Zeitraum %1 (%L2)</translation>
    </message>
    <message>
        <source>1 copy of a message is not counted twice</source>
        <translation>1 Kopie einer Nachricht ist nicht doppelt gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln copies of messages are not counted twice</source>
        <translation>
            <numerusform>%Ln Kopie einer Nachricht ist nicht doppelt gezählt</numerusform>
            <numerusform>%Ln Kopien von Nachrichten sind nicht doppelt gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no messages in this archive</source>
        <translation>In diesem Archiv sind keine Nachrichten</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Nothing in this range</source>
        <translation>Nichts in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open an mbox, or patches in files</source>
        <translation>Eine mbox oder Patches in Dateien öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a public-inbox, a maildir, or a folder of patches</source>
        <translation>Ein public-inbox, ein Maildir oder einen Ordner mit Patches öffnen</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Read the archive again (F5)</source>
        <translation>Das Archiv noch einmal lesen (F5)</translation>
    </message>
    <message>
        <source>&amp;Cancel Loading</source>
        <translation>&amp;Laden abbrechen</translation>
    </message>
    <message>
        <source>C&amp;lose Archive</source>
        <translation>Archiv &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Save Digest…</source>
        <translation>Digest s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Build Digest</source>
        <translation>Digest &amp;erstellen</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>&amp;Digest kopieren</translation>
    </message>
    <message>
        <source>&amp;Clear the Filter</source>
        <translation>&amp;Filter leeren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Nachricht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>To the &amp;Tree</source>
        <translation>Zum &amp;Baum</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Loredesk</source>
        <translation>Ü&amp;ber Loredesk</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Everything (*)</source>
        <translation>Alles (*)</translation>
    </message>
    <message>
        <source>Mail and patches (*.mbox *.mbox.gz *.gz *.eml *.patch *.mbx)</source>
        <translation>Mail und Patches (*.mbox *.mbox.gz *.gz *.eml *.patch *.mbx)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;First Steps</source>
        <translation>&amp;Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>1 message found</source>
        <translation>1 Nachricht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages found</source>
        <translation>
            <numerusform>%Ln Nachrichten gefunden</numerusform>
            <numerusform>%Ln Nachrichten gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the text is not indexed yet</source>
        <translation>%1 % des Textes sind noch nicht indexiert</translation>
    </message>
    <message>
        <source>&amp;Watch for New Mail</source>
        <translation>Auf neue Nachrichten &amp;achten</translation>
    </message>
    <message>
        <source>Read what is new as soon as it is in the archive</source>
        <translation>Neues lesen, sobald es im Archiv ist</translation>
    </message>
    <message>
        <source>&amp;Next Found Message</source>
        <translation>&amp;Nächste gefundene Nachricht</translation>
    </message>
    <message>
        <source>Pre&amp;vious Found Message</source>
        <translation>&amp;Vorige gefundene Nachricht</translation>
    </message>
    <message>
        <source>Show All Series</source>
        <translation>Alle Serien zeigen</translation>
    </message>
    <message>
        <source>&amp;Side Pane</source>
        <translation>Seiten&amp;leiste</translation>
    </message>
    <message>
        <source>Show or hide the pane with the archives and views (F9)</source>
        <translation>Die Leiste mit Archiven und Ansichten zeigen oder verbergen (F9)</translation>
    </message>
    <message>
        <source>Reopen Archives at the S&amp;tart</source>
        <translation>Archive beim S&amp;tart wieder öffnen</translation>
    </message>
    <message>
        <source>Open what was open again when Loredesk starts</source>
        <translation>Was offen war, wieder öffnen, wenn Loredesk startet</translation>
    </message>
    <message>
        <source>Copied: paste it into a terminal</source>
        <translation>Kopiert: in ein Terminal einfügen</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Einzelheiten…</translation>
    </message>
    <message>
        <source>What Was Written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>&amp;Series</source>
        <translation>&amp;Serie</translation>
    </message>
    <message>
        <source>Time Brush</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>T&amp;ime Brush</source>
        <translation>Ze&amp;itleiste</translation>
    </message>
    <message>
        <source>Show or hide the strip with the activity over the archive&apos;s whole time</source>
        <translation>Den Streifen mit der Aktivität über die ganze Zeit des Archivs zeigen oder verbergen</translation>
    </message>
    <message>
        <source>To the Ti&amp;me Brush</source>
        <translation>Zur &amp;Zeitleiste</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Open R&amp;ecent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>E&amp;xpand All Series</source>
        <translation>Alle Serien auf&amp;klappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse All</source>
        <translation>Alles z&amp;uklappen</translation>
    </message>
    <message>
        <source>In &amp;Windows of Their Own</source>
        <translation>In ei&amp;genen Fenstern</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>Nächster Be&amp;reich</translation>
    </message>
    <message>
        <source>Previous Pan&amp;e</source>
        <translation>Voriger Berei&amp;ch</translation>
    </message>
    <message>
        <source>To the Vie&amp;ws</source>
        <translation>Zu den Ans&amp;ichten</translation>
    </message>
    <message>
        <source>To the Search &amp;Field</source>
        <translation>Zum S&amp;uchfeld</translation>
    </message>
    <message>
        <source>Nothing in the view “%1”</source>
        <translation>Nichts in der Ansicht „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln rows shown</source>
        <translation>
            <numerusform>%L1 von %Ln Zeile angezeigt</numerusform>
            <numerusform>%L1 von %Ln Zeilen angezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Messa&amp;ge Below the Tree</source>
        <translation>Nachricht un&amp;ter dem Baum</translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions of 1 series</source>
        <translation>
            <numerusform>%Ln Version von 1 Serie</numerusform>
            <numerusform>%Ln Versionen von 1 Serie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions of %L1 series</source>
        <translation>
            <numerusform>%Ln Version von %L1 Serien</numerusform>
            <numerusform>%Ln Versionen von %L1 Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of 1 found message in the range</source>
        <translation>%L1 von 1 gefundenen Nachricht im Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln found messages in the range</source>
        <translation>
            <numerusform>%L1 von %Ln gefundenen Nachricht im Zeitraum</numerusform>
            <numerusform>%L1 von %Ln gefundenen Nachrichten im Zeitraum</numerusform>
        </translation>
    </message>
    <message>
        <source>1 thread without patches is a row of the tree beside the series</source>
        <translation>1 Thread ohne Patches ist eine Zeile des Baums neben den Serien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads without patches are rows of the tree beside the series</source>
        <translation>
            <numerusform>%Ln Thread ohne Patches ist eine Zeile des Baums neben den Serien</numerusform>
            <numerusform>%Ln Threads ohne Patches sind Zeilen des Baums neben den Serien</numerusform>
        </translation>
    </message>
    <message>
        <source>Print D&amp;igest…</source>
        <translation>D&amp;igest drucken…</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MarkActions</name>
    <message>
        <source>Mar&amp;k</source>
        <translation>&amp;Kennzeichen</translation>
    </message>
    <message>
        <source>To &amp;Review</source>
        <translation>Zu &amp;prüfen</translation>
    </message>
    <message>
        <source>Re&amp;viewed</source>
        <translation>&amp;Geprüft</translation>
    </message>
    <message>
        <source>&amp;Waiting for a New Version</source>
        <translation>&amp;Wartet auf eine neue Version</translation>
    </message>
    <message>
        <source>&amp;Applied</source>
        <translation>&amp;Übernommen</translation>
    </message>
    <message>
        <source>Not for &amp;Me</source>
        <translation>Nichts für &amp;mich</translation>
    </message>
    <message>
        <source>&amp;No Mark</source>
        <translation>&amp;Kein Kennzeichen</translation>
    </message>
    <message>
        <source>&amp;Take the Last Mark Back</source>
        <translation>Das letzte Kenn&amp;zeichen zurücknehmen</translation>
    </message>
    <message>
        <source>Write a N&amp;ote…</source>
        <translation>N&amp;otiz schreiben…</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageDocument</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>renamed from %1</source>
        <translation>umbenannt aus %1</translation>
    </message>
    <message>
        <source>copied from %1</source>
        <translation>kopiert aus %1</translation>
    </message>
    <message>
        <source>mode changed</source>
        <translation>Modus geändert</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>%1, binary</source>
        <translation>%1, binär</translation>
    </message>
    <message numerus="yes">
        <source>%n more characters, see the raw message</source>
        <translation>
            <numerusform>%n weiteres Zeichen, siehe Rohfassung</numerusform>
            <numerusform>%n weitere Zeichen, siehe Rohfassung</numerusform>
        </translation>
    </message>
    <message>
        <source>This message has no plain text. The raw message shows what it holds.</source>
        <translation>Diese Nachricht hat keinen reinen Text. Die Rohfassung zeigt, was sie enthält.</translation>
    </message>
    <message>
        <source>This message has no diff.</source>
        <translation>Diese Nachricht hat keinen Diff.</translation>
    </message>
    <message>
        <source>This message is HTML only; this is its text. The raw message has all of it.</source>
        <translation>Diese Nachricht ist nur HTML; dies ist ihr Text. Die rohe Nachricht hat alles.</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>%1, damaged</source>
        <translation>%1, beschädigt</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageFindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln+ matches</source>
        <translation>
            <numerusform>%Ln+ Treffer</numerusform>
            <numerusform>%Ln+ Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageFolds</name>
    <message numerus="yes">
        <source>%n quoted lines</source>
        <translation>
            <numerusform>%n zitierte Zeile</numerusform>
            <numerusform>%n zitierte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of 1 file</source>
        <translation>Änderungen an 1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>Changes of %n files</source>
        <translation>
            <numerusform>Änderungen an %n Datei</numerusform>
            <numerusform>Änderungen an %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageHeader</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Message header</source>
        <translation>Kopf der Nachricht</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Where the message lies</source>
        <translation>Wo die Nachricht liegt</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Problems in this message</source>
        <translation>Probleme in dieser Nachricht</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Stored in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>pull request</source>
        <translation>Pull Request</translation>
    </message>
    <message>
        <source>cover of %1</source>
        <translation>Anschreiben zu %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>resend</source>
        <translation>erneut</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>(nobody named)</source>
        <translation>(niemand genannt)</translation>
    </message>
    <message>
        <source>As sent: %1</source>
        <translation>Wie gesendet: %1</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Offers %1</source>
        <translation>Bietet %1</translation>
    </message>
    <message>
        <source>Signed with another address: %1</source>
        <translation>Mit anderer Adresse unterzeichnet: %1</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Recipients, Message-ID and the like</source>
        <translation>Empfänger, Message-ID und dergleichen</translation>
    </message>
    <message>
        <source>Fewer Details</source>
        <translation>Weniger Einzelheiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>not in the tree now</source>
        <translation>zurzeit nicht im Baum</translation>
    </message>
    <message>
        <source>The range, the view or the filter leaves out its row</source>
        <translation>Der Zeitraum, die Ansicht oder der Filter lässt die Zeile weg</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Write the note anew</source>
        <translation>Die Notiz neu schreiben</translation>
    </message>
    <message>
        <source>Your note on this series</source>
        <translation>Ihre Notiz zu dieser Serie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageHistory</name>
    <message>
        <source>&amp;Back</source>
        <translation>Zur&amp;ück</translation>
    </message>
    <message>
        <source>Forwar&amp;d</source>
        <translation>Vor&amp;wärts</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageLink</name>
    <message>
        <source>Go to the message &lt;%1&gt;</source>
        <translation>Zur Nachricht &lt;%1&gt; gehen</translation>
    </message>
    <message>
        <source>Opens in the browser, after asking: %1</source>
        <translation>Öffnet nach Rückfrage im Browser: %1</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessagePages</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageRecipients</name>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Show fewer recipients</source>
        <translation>Weniger Empfänger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n recipients</source>
        <translation>
            <numerusform>Den %n Empfänger zeigen</numerusform>
            <numerusform>Alle %n Empfänger zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageText</name>
    <message>
        <source>Back to the start of this file&apos;s changes</source>
        <translation>Zurück zum Anfang der Änderungen an dieser Datei</translation>
    </message>
    <message>
        <source>Go to the changes of %1</source>
        <translation>Zu den Änderungen an %1 gehen</translation>
    </message>
    <message>
        <source>Show the whole line in the raw message</source>
        <translation>Die ganze Zeile in der Rohfassung zeigen</translation>
    </message>
    <message>
        <source>Unfold this file</source>
        <translation>Diese Datei ausklappen</translation>
    </message>
    <message>
        <source>Fold this file</source>
        <translation>Diese Datei einklappen</translation>
    </message>
    <message>
        <source>Show or hide these lines</source>
        <translation>Diese Zeilen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Go to the message that it answers</source>
        <translation>Zu der Nachricht, auf die sie antwortet</translation>
    </message>
    <message>
        <source>Go to this patch</source>
        <translation>Zu diesem Patch</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::MessageView</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>Raw message</source>
        <translation>Rohfassung</translation>
    </message>
    <message>
        <source>Message viewer</source>
        <translation>Nachrichtenanzeige</translation>
    </message>
    <message>
        <source>Views of the message</source>
        <translation>Ansichten der Nachricht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation>Keine Nachricht ausgewählt</translation>
    </message>
    <message>
        <source>Select one in the tree to read it here.</source>
        <translation>Wählen Sie eine im Baum aus, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>Reading the message</source>
        <translation>Nachricht wird gelesen</translation>
    </message>
    <message>
        <source>No file follows</source>
        <translation>Es folgt keine Datei</translation>
    </message>
    <message>
        <source>No file before this one</source>
        <translation>Davor ist keine Datei</translation>
    </message>
    <message>
        <source>No hunk follows</source>
        <translation>Es folgt kein Hunk</translation>
    </message>
    <message>
        <source>No hunk before this one</source>
        <translation>Davor ist kein Hunk</translation>
    </message>
    <message>
        <source>Open in the Browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy Link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Go to the Linked Message</source>
        <translation>Zur verlinkten Nachricht gehen</translation>
    </message>
    <message>
        <source>Copy the Linked Message-ID</source>
        <translation>Verlinkte Message-ID kopieren</translation>
    </message>
    <message>
        <source>Message-ID copied</source>
        <translation>Message-ID kopiert</translation>
    </message>
    <message>
        <source>&amp;Find in Message…</source>
        <translation>In Nachricht &amp;suchen…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Fin&amp;d Previous</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Next File</source>
        <translation>Nächste Datei</translation>
    </message>
    <message>
        <source>Previous File</source>
        <translation>Vorige Datei</translation>
    </message>
    <message>
        <source>Next Hunk</source>
        <translation>Nächster Hunk</translation>
    </message>
    <message>
        <source>Previous Hunk</source>
        <translation>Voriger Hunk</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Copy &amp;Message-ID</source>
        <translation>&amp;Message-ID kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link to Message</source>
        <translation>Link zur Nachricht k&amp;opieren</translation>
    </message>
    <message>
        <source>Nothing that was searched for stands in this text</source>
        <translation>Nichts Gesuchtes steht in diesem Text</translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>Treffer %L1 von %L2</translation>
    </message>
    <message>
        <source>F&amp;old or Unfold the File</source>
        <translation>Datei &amp;ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Fold All Files</source>
        <translation>Alle Dateien einklappen</translation>
    </message>
    <message>
        <source>Unfold All Files</source>
        <translation>Alle Dateien ausklappen</translation>
    </message>
    <message>
        <source>Show &amp;Whitespace</source>
        <translation>&amp;Leerraum zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Ruler at 72 and 80</source>
        <translation>Lineal bei 72 &amp;und 80 zeigen</translation>
    </message>
    <message>
        <source>Show Line N&amp;umbers in the Diff</source>
        <translation>Zeilennummern im &amp;Diff zeigen</translation>
    </message>
    <message>
        <source>No file here; its heading or a line of its diff must have the caret</source>
        <translation>Hier ist keine Datei; die Schreibmarke muss in ihrer Überschrift oder ihrem Diff stehen</translation>
    </message>
    <message>
        <source>%1 is folded</source>
        <translation>%1 ist eingeklappt</translation>
    </message>
    <message>
        <source>%1 is unfolded</source>
        <translation>%1 ist ausgeklappt</translation>
    </message>
    <message>
        <source>Diff, before the change</source>
        <translation>Diff, vor der Änderung</translation>
    </message>
    <message>
        <source>Diff, after the change</source>
        <translation>Diff, nach der Änderung</translation>
    </message>
    <message>
        <source>Diff &amp;Side by Side</source>
        <translation>Diff &amp;zweispaltig</translation>
    </message>
    <message>
        <source>Preparing the text…</source>
        <translation>Der Text wird vorbereitet …</translation>
    </message>
    <message>
        <source>Messages of the conversation</source>
        <translation>Nachrichten des Gesprächs</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Differences between two versions</source>
        <translation>Unterschiede zwischen zwei Versionen</translation>
    </message>
    <message>
        <source>Compare with Previous &amp;Version</source>
        <translation>Mit voriger &amp;Version vergleichen</translation>
    </message>
    <message>
        <source>Zoom Ou&amp;t</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Normal Si&amp;ze</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Fold Long &amp;Quotes</source>
        <translation>Lange Zi&amp;tate einklappen</translation>
    </message>
    <message>
        <source>Long quotes are folded</source>
        <translation>Lange Zitate sind eingeklappt</translation>
    </message>
    <message>
        <source>Long quotes are shown</source>
        <translation>Lange Zitate werden gezeigt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>To the Message</source>
        <translation>Zur Nachricht</translation>
    </message>
    <message>
        <source>To the Diff</source>
        <translation>Zum Diff</translation>
    </message>
    <message>
        <source>To the Conversation</source>
        <translation>Zum Gespräch</translation>
    </message>
    <message>
        <source>To the Versions</source>
        <translation>Zu den Versionen</translation>
    </message>
    <message>
        <source>To the Raw Message</source>
        <translation>Zur rohen Nachricht</translation>
    </message>
    <message>
        <source>Re-flow Para&amp;graphs to Fit</source>
        <translation>Absätze dem Platz &amp;anpassen</translation>
    </message>
    <message>
        <source>Reading the patches…</source>
        <translation>Patches werden gelesen …</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Diff of the Whole S&amp;eries</source>
        <translation>Di&amp;ff der ganzen Serie</translation>
    </message>
    <message>
        <source>Whole Series</source>
        <translation>Ganze Serie</translation>
    </message>
    <message>
        <source>&amp;Print Message…</source>
        <translation>Nac&amp;hricht drucken…</translation>
    </message>
    <message>
        <source>Copy git send-email Line to Reply</source>
        <translation>git-send-email-Zeile zum Antworten kopieren</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message>
        <source>Nothing was copied: the message names nobody who can stand in a command</source>
        <translation>Nichts wurde kopiert: Die Nachricht nennt niemanden, der in einem Befehl stehen kann</translation>
    </message>
    <message>
        <source>Reply to All in the Mail Program</source>
        <translation>Allen im Mailprogramm antworten</translation>
    </message>
    <message>
        <source>The message names nobody to reply to</source>
        <translation>Die Nachricht nennt niemanden, dem zu antworten wäre</translation>
    </message>
    <message>
        <source>No mail program took the reply; choose one for mailto: in the settings of your desktop</source>
        <translation>Kein Mailprogramm nahm die Antwort an; wählen Sie in den Einstellungen Ihres Desktops eines für mailto:</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Your note on this series</source>
        <translation>Ihre Notiz zu dieser Serie</translation>
    </message>
    <message>
        <source>For your own eyes: it stays on this computer.</source>
        <translation>Nur für Ihre Augen: Sie bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>This is 1 character longer than a note can be</source>
        <translation>Das ist 1 Zeichen länger, als eine Notiz sein kann</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln characters longer than a note can be</source>
        <translation>
            <numerusform>Das ist %Ln Zeichen länger, als eine Notiz sein kann</numerusform>
            <numerusform>Das sind %Ln Zeichen mehr, als eine Notiz haben kann</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::PaneState</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>%L1 so far</source>
        <translation>bisher %L1</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::PatchTableView</name>
    <message>
        <source>Patches by version</source>
        <translation>Patches nach Version</translation>
    </message>
    <message>
        <source>Titles of the patches</source>
        <translation>Titel der Patches</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>&amp;Show the Message</source>
        <translation>Nachricht &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>No problems were found in the data</source>
        <translation>In den Daten wurden keine Probleme gefunden</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::RangeChooser</name>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>The span before</source>
        <translation>Die Spanne davor</translation>
    </message>
    <message>
        <source>The span after</source>
        <translation>Die Spanne danach</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>The range of time that the tree, the charts and the digest show</source>
        <translation>Der Zeitraum, den Baum, Diagramme und Digest zeigen</translation>
    </message>
    <message>
        <source>Shows %1</source>
        <translation>Zeigt %1</translation>
    </message>
    <message>
        <source>Release Cycle (A..B)…</source>
        <translation>Release-Zyklus (A..B) …</translation>
    </message>
    <message>
        <source>%1, by dates</source>
        <translation>%1, nach Datum</translation>
    </message>
    <message>
        <source>Shows all of %1, and not the revisions alone:
%2</source>
        <translation>Zeigt alles vom %1, nicht allein die Revisionen:
%2</translation>
    </message>
    <message>
        <source>Shows all of %1 until the revisions are looked up</source>
        <translation>Zeigt alles vom %1, bis die Revisionen nachgeschlagen sind</translation>
    </message>
    <message>
        <source>Shows exactly what came between the revisions: %1</source>
        <translation>Zeigt genau, was zwischen den Revisionen ankam: %1</translation>
    </message>
    <message>
        <source>1 message of it is not in the list: it was deleted later, cannot be read or only just came.</source>
        <translation>1 Nachricht davon steht nicht in der Liste: Sie wurde später gelöscht, ist nicht lesbar oder kam eben erst.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages of it are not in the list: they were deleted later, cannot be read or only just came.</source>
        <translation>
            <numerusform>%Ln Nachricht davon steht nicht in der Liste: Sie wurde später gelöscht, ist nicht lesbar oder kam eben erst.</numerusform>
            <numerusform>%Ln Nachrichten davon stehen nicht in der Liste: Sie wurden später gelöscht, sind nicht lesbar oder kamen eben erst.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is dated in the days of %1 is shown instead</source>
        <translation>Stattdessen ist zu sehen, was an den Tagen von %1 datiert ist</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::RangeDialog</name>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::RevisionDialog</name>
    <message>
        <source>Release Cycle</source>
        <translation>Release-Zyklus</translation>
    </message>
    <message>
        <source>A..B, for example a6e8d792..280157597</source>
        <translation>A..B, zum Beispiel a6e8d792..280157597</translation>
    </message>
    <message>
        <source>What came &amp;between two revisions of the archive:</source>
        <translation>Was &amp;zwischen zwei Revisionen des Archivs kam:</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Looking the revisions up…</source>
        <translation>Die Revisionen werden nachgeschlagen …</translation>
    </message>
    <message>
        <source>Every message came with a commit of the archive; a revision names one: by a tag, by its id or the beginning of it, or like HEAD~100. HEAD~100.. is what the last hundred brought.</source>
        <translation>Jede Nachricht kam mit einem Commit des Archivs; eine Revision nennt einen davon: mit einem Tag, seiner Kennung oder deren Anfang, oder wie HEAD~100. HEAD~100.. ist, was die letzten hundert brachten.</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>The range begins after this tag</source>
        <translation>Der Zeitraum beginnt nach diesem Tag</translation>
    </message>
    <message>
        <source>&amp;up to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>The range ends with this tag</source>
        <translation>Der Zeitraum endet mit diesem Tag</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SearchCompletion</name>
    <message>
        <source>searched before</source>
        <translation>schon gesucht</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SearchField</name>
    <message>
        <source>Search: s:gmap is:unanswered</source>
        <translation>Suchen: s:gmap is:unanswered</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>No searches yet</source>
        <translation>Noch keine Suchen</translation>
    </message>
    <message>
        <source>&amp;Forget These Searches</source>
        <translation>Diese Suchen &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Recent Searches</source>
        <translation>F&amp;rühere Suchen</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>der Betreff</translation>
    </message>
    <message>
        <source>the sender</source>
        <translation>der Absender</translation>
    </message>
    <message>
        <source>the To field</source>
        <translation>das Feld An</translation>
    </message>
    <message>
        <source>the Cc field</source>
        <translation>das Feld Cc</translation>
    </message>
    <message>
        <source>To and Cc</source>
        <translation>An und Cc</translation>
    </message>
    <message>
        <source>sender, To and Cc</source>
        <translation>Absender, An und Cc</translation>
    </message>
    <message>
        <source>the body</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>subject and body</source>
        <translation>Betreff und Text</translation>
    </message>
    <message>
        <source>the body without quotations</source>
        <translation>der Text ohne Zitate</translation>
    </message>
    <message>
        <source>quotations</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>files of the diff</source>
        <translation>Dateien im Diff</translation>
    </message>
    <message>
        <source>functions named in hunk headers</source>
        <translation>Funktionen, die ein Hunk nennt</translation>
    </message>
    <message>
        <source>the date: d:2025-04-01..2025-04-30, d:last.week..</source>
        <translation>das Datum: d:2025-04-01..2025-04-30, d:last.week..</translation>
    </message>
    <message>
        <source>the time of arrival, as d:</source>
        <translation>der Zeitpunkt des Eingangs, wie d:</translation>
    </message>
    <message>
        <source>the Message-ID</source>
        <translation>die Message-ID</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>die Liste</translation>
    </message>
    <message>
        <source>the id that git patch-id prints</source>
        <translation>die Kennung, die git patch-id ausgibt</translation>
    </message>
    <message>
        <source>nobody has answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>cover letters</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>of series that are complete</source>
        <translation>aus Serien, denen nichts fehlt</translation>
    </message>
    <message>
        <source>of series that lack patches</source>
        <translation>aus Serien, denen Patches fehlen</translation>
    </message>
    <message>
        <source>requests for comments</source>
        <translation>Bitten um Kommentare (RFC)</translation>
    </message>
    <message>
        <source>pull requests</source>
        <translation>Pull Requests</translation>
    </message>
    <message>
        <source>sent by bots</source>
        <translation>von Bots</translation>
    </message>
    <message>
        <source>the version of a series: version:&gt;=3</source>
        <translation>die Version einer Serie: version:&gt;=3</translation>
    </message>
    <message>
        <source>one of both is enough</source>
        <translation>eines von beiden genügt</translation>
    </message>
    <message>
        <source>what follows must not be there</source>
        <translation>was folgt, darf nicht vorkommen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SeriesActions</name>
    <message>
        <source>Copy &amp;Patch List</source>
        <translation>&amp;Patch-Liste kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;b4 am Command</source>
        <translation>Befehl b&amp;4 am kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;git am Command</source>
        <translation>Befehl &amp;git am kopieren</translation>
    </message>
    <message>
        <source>Copy Message as &amp;Text</source>
        <translation>Nachricht als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Save Series as mbo&amp;x…</source>
        <translation>Serie als mbox sp&amp;eichern…</translation>
    </message>
    <message>
        <source>For git am, with the trailers that replies gave</source>
        <translation>Für git am, mit den Trailern aus den Antworten</translation>
    </message>
    <message>
        <source>Save C&amp;onversation as mbox…</source>
        <translation>Unter&amp;haltung als mbox speichern…</translation>
    </message>
    <message>
        <source>Every mail of it, as it was sent</source>
        <translation>Jede Mail darin, wie sie gesandt wurde</translation>
    </message>
    <message>
        <source>Mail (*.mbox *.mbx)</source>
        <translation>Mail (*.mbox *.mbx)</translation>
    </message>
    <message>
        <source>Everything (*)</source>
        <translation>Alles (*)</translation>
    </message>
    <message>
        <source>Save Series as mbox</source>
        <translation>Serie als mbox speichern</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln Series as mbox</source>
        <translation>
            <numerusform>%Ln Serie als mbox speichern</numerusform>
            <numerusform>%Ln Serien als mbox speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Conversation as mbox</source>
        <translation>Unterhaltung als mbox speichern</translation>
    </message>
    <message>
        <source>Patches Are Missing</source>
        <translation>Patches fehlen</translation>
    </message>
    <message>
        <source>The series is not whole. Save what is there?</source>
        <translation>Die Serie ist nicht vollständig. Soll gespeichert werden, was da ist?</translation>
    </message>
    <message>
        <source>These series are not whole. Save what is there?</source>
        <translation>Diese Serien sind nicht vollständig. Soll gespeichert werden, was da ist?</translation>
    </message>
    <message>
        <source>&amp;Save the Others</source>
        <translation>Die übrigen &amp;speichern</translation>
    </message>
    <message>
        <source>Patch list copied</source>
        <translation>Patch-Liste kopiert</translation>
    </message>
    <message>
        <source>Nothing was copied: the Message-ID or the archive&apos;s place cannot stand in a command</source>
        <translation>Nichts wurde kopiert: Message-ID oder Ort des Archivs können nicht in einem Befehl stehen</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message>
        <source>Message copied as text</source>
        <translation>Nachricht als Text kopiert</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>(fehlt)</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SeriesColumns</name>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Colu&amp;mns</source>
        <translation>S&amp;palten</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SeriesDelegate</name>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SeriesDiff</name>
    <message>
        <source>1 patch</source>
        <translation>1 Patch</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patches</source>
        <translation>
            <numerusform>%Ln Patch</numerusform>
            <numerusform>%Ln Patches</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>This patch has no diff.</source>
        <translation>Dieser Patch hat kein Diff.</translation>
    </message>
    <message>
        <source>Too long to be shown here as well; the patch itself shows its diff.</source>
        <translation>Zu lang, um auch hier zu stehen; der Patch selbst zeigt sein Diff.</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln patches</source>
        <translation>
            <numerusform>%L1 von %Ln Patch</numerusform>
            <numerusform>%L1 von %Ln Patches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SeriesView</name>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Copy &amp;Message-ID</source>
        <translation>&amp;Message-ID kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Link to lore.kernel.org</source>
        <translation>&amp;Link zu lore.kernel.org kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Subject</source>
        <translation>&amp;Betreff kopieren</translation>
    </message>
    <message>
        <source>&amp;Expand</source>
        <translation>&amp;Aufklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse Series</source>
        <translation>&amp;Serie zuklappen</translation>
    </message>
    <message>
        <source>Show Only This &amp;Author</source>
        <translation>N&amp;ur diesen Autor zeigen</translation>
    </message>
    <message>
        <source>&amp;Next Row</source>
        <translation>&amp;Nächste Zeile</translation>
    </message>
    <message>
        <source>&amp;Previous Row</source>
        <translation>&amp;Vorige Zeile</translation>
    </message>
    <message>
        <source>Next &amp;Series</source>
        <translation>Nächste &amp;Serie</translation>
    </message>
    <message>
        <source>Pre&amp;vious Series</source>
        <translation>V&amp;orige Serie</translation>
    </message>
    <message>
        <source>&amp;Open and Read</source>
        <translation>Ö&amp;ffnen und lesen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ShortcutSheet</name>
    <message>
        <source>No action or key is called that</source>
        <translation>So heißt keine Aktion und keine Taste</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>S&amp;tandard</translation>
    </message>
    <message>
        <source>All to De&amp;faults</source>
        <translation>&amp;Alle auf Standard</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>These keys beside those that it has</source>
        <translation>Diese Tasten neben denen, die sie hat</translation>
    </message>
    <message>
        <source>New keys:</source>
        <translation>Neue Tasten:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 belongs to: %2. Set and Add take it from there.</source>
        <translation>%1 gehört zu: %2. „Setzen“ und „Hinzufügen“ nehmen es dort weg.</translation>
    </message>
    <message>
        <source>All to Defaults</source>
        <translation>Alle auf Standard</translation>
    </message>
    <message>
        <source>1 action has keys of your own. Give them up?</source>
        <translation>1 Aktion hat eigene Tasten. Sollen sie verloren gehen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln actions have keys of your own. Give them up?</source>
        <translation>
            <numerusform>%Ln Aktion hat eigene Tasten. Sollen sie verloren gehen?</numerusform>
            <numerusform>%Ln Aktionen haben eigene Tasten. Sollen sie verloren gehen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All to Defaults</source>
        <translation>&amp;Alle auf Standard</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::Shortcuts</name>
    <message>
        <source>Elsewhere</source>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a submenu: an action of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SideBySide</name>
    <message>
        <source>Diff side by side</source>
        <translation>Diff zweispaltig</translation>
    </message>
    <message>
        <source>Scroll both sides sideways</source>
        <translation>Beide Seiten seitwärts rollen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::SidePane</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>A&amp;nsichten</translation>
    </message>
    <message>
        <source>&amp;Save This Search…</source>
        <translation>Diese Suche &amp;speichern…</translation>
    </message>
    <message>
        <source>Put into the Search &amp;Field</source>
        <translation>Ins Such&amp;feld übernehmen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>There is no place to keep searches in</source>
        <translation>Es gibt keinen Ort, an dem Suchen gespeichert werden können</translation>
    </message>
    <message>
        <source>Search for something first, then save it as a view</source>
        <translation>Erst etwas suchen, dann als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save what the search field holds as a view</source>
        <translation>Was im Suchfeld steht, als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save the Search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>There is one of this name, which it replaces:</source>
        <translation>Eine dieses Namens gibt es schon; sie wird ersetzt:</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete the Saved Search</source>
        <translation>Gespeicherte Suche löschen</translation>
    </message>
    <message>
        <source>Delete the saved search %1?</source>
        <translation>Die gespeicherte Suche %1 löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::StatusStrip</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>List the problems that were found in the data</source>
        <translation>Die in den Daten gefundenen Probleme auflisten</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>⚠ 1 problem</source>
        <translation>⚠ 1 Problem</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln problems</source>
        <translation>
            <numerusform>⚠ %Ln Problem</numerusform>
            <numerusform>⚠ %Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop; it goes on when the archive is opened again</source>
        <translation>Anhalten; es geht weiter, wenn das Archiv wieder geöffnet wird</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ThreadOutline</name>
    <message>
        <source>Outline of the conversation</source>
        <translation>Überblick über das Gespräch</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ThreadPage</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Ne&amp;xt in Conversation</source>
        <translation>Nä&amp;chste im Gespräch</translation>
    </message>
    <message>
        <source>To What It &amp;Answers</source>
        <translation>Zu dem, worauf sie &amp;antwortet</translation>
    </message>
    <message>
        <source>1 message before</source>
        <translation>1 Nachricht davor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages before</source>
        <translation>
            <numerusform>%Ln Nachricht davor</numerusform>
            <numerusform>%Ln Nachrichten davor</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message more</source>
        <translation>1 weitere Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages more</source>
        <translation>
            <numerusform>%Ln weitere Nachricht</numerusform>
            <numerusform>%Ln weitere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>cover letter</source>
        <translation>Anschreiben</translation>
    </message>
    <message>
        <source>patch %1/%2</source>
        <translation>Patch %1/%2</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>%1 answers deep</source>
        <translation>%1 Antworten tief</translation>
    </message>
    <message>
        <source>answers %1, %2</source>
        <translation>antwortet %1, %2</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>antwortet auf %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>1 line more: Enter shows the message by itself</source>
        <translation>1 weitere Zeile: die Eingabetaste zeigt die Nachricht für sich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines more: Enter shows the message by itself</source>
        <translation>
            <numerusform>%Ln weitere Zeile: die Eingabetaste zeigt die Nachricht für sich</numerusform>
            <numerusform>%Ln weitere Zeilen: die Eingabetaste zeigt die Nachricht für sich</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Previous in Conversation</source>
        <translation>Vorige im Ges&amp;präch</translation>
    </message>
    <message>
        <source>S&amp;how This Message</source>
        <translation>D&amp;iese Nachricht zeigen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::TimeBrush</name>
    <message>
        <source>Activity over time</source>
        <translation>Aktivität im Lauf der Zeit</translation>
    </message>
    <message>
        <source>A bar is a day</source>
        <translation>Ein Balken ist ein Tag</translation>
    </message>
    <message>
        <source>A bar is a week</source>
        <translation>Ein Balken ist eine Woche</translation>
    </message>
    <message>
        <source>A bar is a month</source>
        <translation>Ein Balken ist ein Monat</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No archive</source>
        <translation>Kein Archiv</translation>
    </message>
    <message>
        <source>Counting the days of the archive</source>
        <translation>Die Tage des Archivs werden gezählt</translation>
    </message>
    <message>
        <source>No messages with a date</source>
        <translation>Keine Nachrichten mit Datum</translation>
    </message>
    <message>
        <source>Everything: %1, %2</source>
        <translation>Alles: %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, outside of the archive</source>
        <translation>%1, außerhalb des Archivs</translation>
    </message>
    <message>
        <source>When messages came shows here once an archive is open</source>
        <translation>Wann Nachrichten kamen, zeigt sich hier, sobald ein Archiv offen ist</translation>
    </message>
    <message>
        <source>&amp;Only %1</source>
        <translation>&amp;Nur %1</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>&amp;Alles</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Whole Archive in View</source>
        <translation>&amp;Ganzes Archiv im Blick</translation>
    </message>
    <message>
        <source>The archive is being read</source>
        <translation>Das Archiv wird gelesen</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::VersionsPage</name>
    <message>
        <source>Versions of the series</source>
        <translation>Versionen der Serie</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versionen, neueste zuerst</translation>
    </message>
    <message>
        <source>This message belongs to no series</source>
        <translation>Diese Nachricht gehört zu keiner Serie</translation>
    </message>
    <message>
        <source>Patches and what answers them do.</source>
        <translation>Patches und was auf sie antwortet, tun es.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Show what became different between two versions, or all of them</source>
        <translation>Zeigen, was zwischen zwei Versionen anders wurde, oder alle Versionen</translation>
    </message>
    <message>
        <source>The older version</source>
        <translation>Die ältere Version</translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation>Die neuere Version</translation>
    </message>
    <message>
        <source>The comparison was cancelled</source>
        <translation>Der Vergleich wurde abgebrochen</translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation>Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>(sent before)</source>
        <translation>(zuvor gesendet)</translation>
    </message>
    <message>
        <source>Reading the patches of all versions</source>
        <translation>Die Patches aller Versionen werden gelesen</translation>
    </message>
    <message>
        <source>A version has no differences from itself</source>
        <translation>Eine Version unterscheidet sich nicht von sich selbst</translation>
    </message>
    <message>
        <source>Choose two versions above.</source>
        <translation>Wählen Sie oben zwei Versionen.</translation>
    </message>
    <message>
        <source>Comparing the versions</source>
        <translation>Die Versionen werden verglichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Older versions that are left out: %1</source>
        <translation>Ältere Versionen, die weggelassen sind: %1</translation>
    </message>
    <message>
        <source>Patches that are left out, as there are so many: %1</source>
        <translation>Patches, die weggelassen sind, weil es so viele sind: %1</translation>
    </message>
    <message>
        <source>Patches were matched roughly, as there are so many</source>
        <translation>Die Patches sind nur grob zugeordnet, weil es so viele sind</translation>
    </message>
    <message>
        <source>This is the only version</source>
        <translation>Dies ist die einzige Version</translation>
    </message>
    <message>
        <source>When another one comes, what became of each patch is shown here.</source>
        <translation>Kommt eine weitere, steht hier, was aus jedem Patch geworden ist.</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::ViewerMenu</name>
    <message>
        <source>Files and &amp;Hunks</source>
        <translation>&amp;Dateien und Hunks</translation>
    </message>
    <message>
        <source>F&amp;olding</source>
        <translation>&amp;Einklappen</translation>
    </message>
    <message>
        <source>Layou&amp;t of the Text</source>
        <translation>&amp;Layout des Textes</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>Compa&amp;rison</source>
        <translation>Verglei&amp;ch</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Kop&amp;ieren</translation>
    </message>
</context>
<context>
    <name>loredesk::ui::WelcomePage</name>
    <message>
        <source>Drop an archive here, or open one</source>
        <translation>Ein Archiv hierher ziehen oder öffnen</translation>
    </message>
    <message>
        <source>A public-inbox, an mbox, a maildir, or patches in files. Several that are dropped at once are shown as one archive.</source>
        <translation>Ein public-inbox, eine mbox, ein Maildir oder Patches in Dateien. Mehrere, die zugleich hierher gezogen werden, erscheinen als ein Archiv.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Look at the Sample</source>
        <translation>Das Beispiel ansehen</translation>
    </message>
    <message>
        <source>No archive yet? Clone a list of lore.kernel.org</source>
        <translation>Noch kein Archiv? Eine Liste von lore.kernel.org klonen</translation>
    </message>
    <message>
        <source>The lists of the Linux kernel and of many other projects lie there as git repositories. Loredesk itself never goes to the network: run this in a terminal, and open the folder that it makes.</source>
        <translation>Die Listen des Linux-Kernels und vieler anderer Projekte liegen dort als Git-Repositorys. Loredesk selbst geht nie ins Netz: dies in einem Terminal ausführen und den Ordner öffnen, der entsteht.</translation>
    </message>
    <message>
        <source>&amp;List:</source>
        <translation>&amp;Liste:</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>&amp;Copy the Line</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>The line that clones the list</source>
        <translation>Die Zeile, die die Liste klont</translation>
    </message>
    <message>
        <source>First Steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
</TS>
