"""Stories, sentences that look like furniture and furniture, in the languages of web_tongues."""

STORIES: dict[str, tuple[str, ...]] = {
    "nl": (
        "Veerboot naar de Buiteneilanden vaart weer na een winter in het dok",
        "De veerboot die Kelderen met de Buiteneilanden verbindt, voer donderdag weer uit na elf weken in het droogdok, tot opluchting van de bewoners die hun post per helikopter kregen.",
        'Kapitein Marta Tal zei dat de nieuwe versnellingsbak stiller is dan de oude. "Nu horen we de meeuwen over de tarieven klagen", vertelde ze de reizigers.',
        "Ongeveer 240 mensen wonen op de drie eilanden. Velen hadden sinds oktober meel ingeslagen.",
        "De gemeente verwacht dat de reparatie negen jaar meegaat, zolang niemand de postboot nog uitdaagt.",
    ),
    "sv": (
        "Färjan till ytteröarna går igen efter en vinter i docka",
        "Färjan som binder ihop Kalvby med ytteröarna gick ut igen i torsdags efter elva veckor i torrdocka, och därmed tog en vinter med post i helikopter slut.",
        "Befälhavaren Marta Tall sade att den nya växellådan är tystare än den gamla. ”Nu hör vi måsarna klaga på priserna”, berättade hon för resenärerna.",
        "Omkring 240 människor bor på de tre öarna. Många hade lagt upp mjöl sedan oktober.",
        "Kommunen räknar med att lagningen håller i nio år, om ingen utmanar postbåten igen.",
    ),
    "pl": (
        "Prom na wyspy znów pływa po zimie spędzonej w doku",
        "Prom łączący Kalwinek z zewnętrznymi wyspami wypłynął w czwartek po jedenastu tygodniach w suchym doku, kończąc zimę, w której pocztę przywoził śmigłowiec.",
        "Kapitan Marta Tal powiedziała, że nowa skrzynia biegów jest cichsza od starej. „Teraz słyszymy, jak mewy narzekają na ceny” – opowiadała pasażerom.",
        "Na trzech wyspach mieszka około 240 osób. Wielu mieszkańców od października gromadziło mąkę.",
        "Gmina liczy, że naprawa wystarczy na dziewięć lat, o ile nikt nie wyzwie już na wyścig łodzi pocztowej.",
    ),
    "cs": (
        "Přívoz na vnější ostrovy opět jezdí po zimě v doku",
        "Přívoz, který spojuje Kalbov s vnějšími ostrovy, ve čtvrtek znovu vyplul po jedenácti týdnech v suchém doku, čímž skončila zima s poštou z vrtulníku.",
        'Kapitánka Marta Talová řekla, že nová převodovka je tišší než stará. "Teď slyšíme, jak si racci stěžují na jízdné," vyprávěla cestujícím.',
        "Na třech ostrovech žije asi 240 lidí. Mnozí si od října dělali zásoby mouky.",
        "Obec počítá s tím, že oprava vydrží devět let, pokud už nikdo nevyzve k závodu poštovní člun.",
    ),
    "hu": (
        "Újra jár a komp a külső szigetekre a dokkban töltött tél után",
        "A Kalvát a külső szigetekkel összekötő komp csütörtökön ismét kifutott, miután tizenegy hetet töltött szárazdokkban, és ezzel véget ért a helikopteres posta tele.",
        "Tal Márta kapitány azt mondta, hogy az új sebességváltó csendesebb a réginél. „Most már halljuk, ahogy a sirályok a jegyárakra panaszkodnak” – mesélte az utasoknak.",
        "A három szigeten mintegy 240 ember él. Sokan október óta gyűjtötték a lisztet.",
        "Az önkormányzat szerint a javítás kilenc évig kitart, ha senki sem hívja ki többé a postahajót.",
    ),
    "ro": (
        "Bacul spre insulele de afară circulă din nou după o iarnă în doc",
        "Bacul care leagă Calva de insulele de afară a ieșit joi în larg după unsprezece săptămâni de doc uscat, punând capăt unei ierni în care poșta venea cu elicopterul.",
        "Comandantul Marta Tal a spus că noua cutie de viteze este mai silențioasă. „Acum auzim pescărușii plângându-se de tarife”, le-a povestit ea călătorilor.",
        "Pe cele trei insule locuiesc cam 240 de oameni. Mulți strânseseră făină din octombrie.",
        "Primăria speră ca reparația să țină nouă ani, dacă nimeni nu mai provoacă la întrecere barca poștei.",
    ),
    "hr": (
        "Trajekt za vanjske otoke opet plovi nakon zime u doku",
        "Trajekt koji spaja Kalvu s vanjskim otocima u četvrtak je ponovno isplovio nakon jedanaest tjedana u suhom doku, čime je završila zima u kojoj je poštu nosio helikopter.",
        'Zapovjednica Marta Tal rekla je da je novi mjenjač tiši od starog. "Sada čujemo kako se galebovi žale na cijene", ispričala je putnicima.',
        "Na tri otoka živi oko 240 ljudi. Mnogi su od listopada skupljali brašno.",
        "Općina očekuje da će popravak izdržati devet godina ako nitko više ne izazove poštanski brod.",
    ),
    "uk": (
        "Пором до зовнішніх островів знову ходить після зими в доці",
        "Пором, що з'єднує Калвин із зовнішніми островами, у четвер знову вийшов у море після одинадцяти тижнів у сухому доці, і зима з поштою на гелікоптері закінчилася.",
        "Капітанка Марта Таль сказала, що нова коробка передач тихіша за стару. «Тепер ми чуємо, як чайки нарікають на тарифи», — розповіла вона пасажирам.",
        "На трьох островах живе близько 240 людей. Багато хто від жовтня запасав борошно.",
        "Громада сподівається, що ремонту вистачить на дев'ять років, якщо ніхто більше не викличе на перегони поштовий човен.",
    ),
    "el": (
        "Το πορθμείο για τα έξω νησιά ταξιδεύει ξανά μετά από έναν χειμώνα στη δεξαμενή",
        "Το πορθμείο που ενώνει την Κάλβη με τα έξω νησιά απέπλευσε ξανά την Πέμπτη ύστερα από έντεκα εβδομάδες στη δεξαμενή, κι έτσι τελείωσε ένας χειμώνας με ταχυδρομείο από ελικόπτερο.",
        "Η πλοίαρχος Μάρθα Τάλη είπε ότι το νέο κιβώτιο ταχυτήτων είναι πιο ήσυχο. «Τώρα ακούμε τους γλάρους να παραπονιούνται για τα εισιτήρια», διηγήθηκε στους επιβάτες.",
        "Στα τρία νησιά ζουν περίπου 240 άνθρωποι. Πολλοί είχαν μαζέψει αλεύρι από τον Οκτώβριο.",
        "Ο δήμος υπολογίζει ότι η επισκευή θα αντέξει εννέα χρόνια, αν κανείς δεν προκαλέσει ξανά το ταχυδρομικό σκάφος.",
    ),
    "id": (
        "Feri ke pulau-pulau luar berlayar lagi setelah musim perbaikan",
        "Feri yang menghubungkan Kalwa dengan pulau-pulau luar berlayar lagi pada hari Kamis setelah sebelas pekan di galangan, dan berakhirlah musim surat yang dibawa helikopter.",
        'Nakhoda Marta Tali berkata bahwa gigi mesin yang baru lebih senyap daripada yang lama. "Sekarang kami mendengar camar mengeluh soal tarif," ceritanya kepada penumpang.',
        "Sekitar 240 orang tinggal di tiga pulau itu. Banyak yang menyimpan tepung sejak Oktober.",
        "Pemerintah setempat berharap perbaikan itu bertahan sembilan tahun, asal tak seorang pun menantang perahu pos lagi.",
    ),
    "vi": (
        "Phà ra các đảo ngoài chạy lại sau một mùa đông nằm ụ",
        "Chiếc phà nối bến Kan Va với các đảo ngoài chạy lại hôm thứ Năm sau mười một tuần nằm ụ khô, chấm dứt một mùa đông mà thư từ phải nhờ trực thăng chở ra.",
        "Thuyền trưởng Lê Thị Mai cho biết hộp số mới êm hơn hộp số cũ. “Bây giờ chúng tôi nghe được cả tiếng mòng biển chê giá vé,” bà kể với hành khách.",
        "Khoảng 240 người sống trên ba hòn đảo. Nhiều nhà đã trữ bột mì từ tháng Mười.",
        "Xã hy vọng lần sửa này dùng được chín năm, miễn là không ai còn thách đua với thuyền thư.",
    ),
}

SPARED: dict[str, str] = {
    "nl": """
Lees ook eens een boek, stond er op de brug.
Delen was op het eiland altijd al een gewoonte.
Reageren deed de burgemeester niet.
Volg het pad tot de molen en ga dan links.
Advertenties voor zeep hingen tot de oorlog aan de muur.
Meer nieuws kwam er die avond niet.
Bron van de ruzie was een muis.
Ontvang de gasten met soep, zei de waard.
Alle rechten, stond er op het bord, en niemand wist van wie.
""",
    "sv": """
Läs högt, sade läraren, och hela klassen tystnade.
Dela på kostnaden var hans enda råd.
Annonser för tvål täckte väggen ända till kriget.
Hem kom de först vid midnatt.
Publicerad poesi är sällsynt i byn.
Följ stigen till kvarnen och gå sedan åt vänster.
Vi använder inga kakor, bara bröd, sade bagaren.
""",
    "pl": """
Czytaj dalej, poprosiła wnuczka, a on zaczął od nowa.
Udostępnij mi stół, powiedział sąsiad.
Reklama mydła zakrywała ścianę aż do wojny.
Źródło kłopotów okazało się myszą.
Komentarze z galerii nie zostały zapisane.
Wszelkie prawa do łodzi należą do jego siostry.
Autor listu nie jest znany.
""",
    "cs": """
Čtěte pomalu a uslyšíte rým, radila učitelka.
Sdílet studnu museli celé léto.
Reklama na mýdlo zakrývala zeď až do války.
Zdroj hádky byla myš.
Komentáře z ochozu nikdo nezapsal.
Autor dopisu není znám.
Tisk vstupenek zdržel první plavbu.
""",
    "hu": """
Olvassa lassan, és meghallja a rímet, mondta a tanító.
Megosztás volt a válasz minden gondra.
A hirdetés a falon a háborúig állt.
Forrás fakadt a malom mögött.
Minden jog a királyé volt, mesélte az öreg.
A levél szerzője ismeretlen.
""",
    "ro": """
Citește rar și vei auzi rima, spunea învățătoarea.
Sursa certei a fost un șoarece.
Publicitatea pentru săpun a acoperit zidul până la război.
Comentariile din galerie nu au fost notate.
Autorul scrisorii nu este cunoscut.
Toate drepturile, scria pe tablă, și nimeni nu știa ale cui.
""",
    "hr": """
Pročitajte polako i čut ćete rimu, govorila je učiteljica.
Izvor svađe bio je miš.
Oglas za sapun pokrivao je zid sve do rata.
Komentari s galerije nisu zapisani.
Podijelite kruh, rekao je stari mornar.
Autor pisma nije poznat.
Sva prava na čamac ima njegova sestra.
""",
    "uk": """
Читайте повільно, і почуєте риму, радила вчителька.
Джерело сварки — миша.
Реклама мила закривала стіну аж до війни.
Коментарі з галереї не записали.
Автор листа невідомий.
Поділитися хлібом попросив старий моряк.
""",
    "el": """
Διαβάστε αργά και θα ακούσετε τη ρίμα, έλεγε η δασκάλα.
Πηγή του καβγά ήταν ένα ποντίκι.
Η διαφήμιση για σαπούνι σκέπαζε τον τοίχο ως τον πόλεμο.
Σχόλια από τη γαλαρία δεν καταγράφηκαν.
Ακολουθήστε το μονοπάτι ως τον μύλο, είπε ο οδηγός.
""",
    "id": """
Baca pelan-pelan dan rima akan terdengar, kata guru itu.
Sumber pertengkaran itu seekor tikus.
Iklan sabun menutupi dinding sampai perang.
Komentar dari balkon tidak dicatat.
Penulis surat itu tidak dikenal.
Ikuti jalan setapak sampai ke kincir, kata pemandu.
""",
    "vi": """
Xem thêm thì phải mua vé, ông cười.
Nguồn cơn cãi vã là một con chuột.
Theo dõi đàn chim là việc của ông Sáu.
Bình luận từ khán đài không ai ghi lại.
Chia sẻ bột mì là lệ cũ trên đảo.
""",
}

FURNITURE: dict[str, str] = {
    "nl": """
Lees ook: Nieuwe brug bij Kelderen uitgesteld
Deel dit artikel
Kopieer link
Ontvang elke ochtend het belangrijkste nieuws in je mailbox. Schrijf je hier in.
Download onze gratis app in de App Store.
Reageren? Maak een account aan.
Alle rechten voorbehouden.
Trefwoorden: veer, eilanden
""",
    "sv": """
Läs också: Ny bro vid Kalvby dröjer
Dela på Facebook
ANNONS
Vi använder cookies för att ge dig en bättre upplevelse.
Prenumerera på vårt nyhetsbrev
Ansvarig utgivare: Jo Lind
Artikeln fortsätter under annonsen
""",
    "pl": """
CZYTAJ TEŻ: Nowy most w Kalwinku później
Udostępnij na Facebooku
Dodaj komentarz
Wszelkie prawa zastrzeżone
Zaloguj się
Najczęściej czytane
Tagi: prom, wyspy
""",
    "cs": """
Čtěte také: Nový most u Kalbova se odkládá
Sdílet na Facebooku | Tisk
Související
Jakékoli užití textu je bez souhlasu redakce zakázáno.
Klíčová slova: přívoz, ostrovy
Našli jste v článku chybu? Napište nám
""",
    "hu": """
Olvassa el ezt is: Késik az új híd Kalvánál
Megosztás a Facebookon
Nyomtatás
Minden jog fenntartva.
Iratkozzon fel hírlevelünkre!
Kapcsolódó cikkek
Címkék: komp, szigetek
""",
    "ro": """
Citește și: Podul nou de la Calva întârzie
Distribuie pe Facebook
Toate drepturile rezervate.
Urmărește-ne pe Instagram
Cuvinte-cheie: bac | insule
""",
    "hr": """
PROČITAJTE JOŠ: Novi most kod Kalve kasni
Tekst se nastavlja ispod oglasa
Za komentiranje morate biti prijavljeni.
Podijelite na Facebooku
Preuzmite našu aplikaciju
Sva prava pridržana.
Najčitanije
""",
    "uk": """
Читайте також: Новий міст біля Калвина відклали
Підписуйтесь на канал «Болотяні вісті» в Telegram
Усі права захищено.
Теги: пором, острови
Поділитися у Facebook
""",
    "el": """
Διαβάστε επίσης: Αργεί η νέα γέφυρα στην Κάλβη
Ακολουθήστε μας στο Facebook
Κοινοποίηση
Με επιφύλαξη παντός δικαιώματος.
Ετικέτες: πορθμείο, νησιά
""",
    "id": """
Baca juga: Jembatan baru di Kalwa tertunda
Bagikan ke WhatsApp
Dilarang keras mengambil konten tanpa izin tertulis.
Berita terkait
Ikuti saluran WhatsApp kami
""",
    "vi": """
Xem thêm: Cầu mới ở Kan Va chậm tiến độ
Chia sẻ Facebook Zalo
Tin liên quan
Theo dõi báo trên Google News
Từ khóa: phà, đảo
""",
}
