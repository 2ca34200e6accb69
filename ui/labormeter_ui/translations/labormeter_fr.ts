<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActView</name>
    <message>
        <source>All that is stored about this act</source>
        <translation>Tout ce qui est gardé de cet acte</translation>
    </message>
    <message>
        <source>Show the rate</source>
        <translation>Voir le tarif</translation>
    </message>
    <message>
        <source>Forget this act</source>
        <translation>Oublier cet acte</translation>
    </message>
    <message>
        <source>Choose an act to see all that is stored about it.</source>
        <translation>Choisissez un acte pour voir tout ce qui en est gardé.</translation>
    </message>
    <message>
        <source>This is all that is stored about this act.</source>
        <translation>Voilà tout ce qui est gardé de cet acte.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Sans prix</translation>
    </message>
    <message>
        <source>Received.</source>
        <translation>Reçu.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Counted only where a post uses the upload.</source>
        <translation>Compté seulement si une publication utilise le fichier.</translation>
    </message>
    <message>
        <source>For a day of presence, not for this act alone.</source>
        <translation>Pour un jour de présence, non pour ce seul acte.</translation>
    </message>
    <message>
        <source>Rate %1: %2 (%3)</source>
        <translation>Tarif %1 : %2 (%3)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Mesuré</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Manches</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Lot de règles</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation>Révélé</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>No clause of the platform&apos;s terms was verified for this.</source>
        <translation>Aucune clause des conditions de la plateforme n’a été vérifiée pour ce geste.</translation>
    </message>
    <message>
        <source>%1, %2, version of %3</source>
        <translation>%1, %2, version du %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActsModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Why it was counted</source>
        <translation>Pourquoi il est compté</translation>
    </message>
</context>
<context>
    <name>ActsView</name>
    <message>
        <source>All platforms</source>
        <translation>Toutes les plateformes</translation>
    </message>
    <message>
        <source>All activities</source>
        <translation>Toutes les activités</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation>Montrer l’entraînement</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Actes</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Toutes les sources</translation>
    </message>
    <message>
        <source>With or without a flag</source>
        <translation>Avec ou sans marque</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Grouper par</translation>
    </message>
    <message>
        <source>Newest first; choose one to see all that is stored about it.</source>
        <translation>Du plus récent au plus ancien ; choisissez-en un pour voir tout ce qui en est gardé.</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totaux</translation>
    </message>
    <message>
        <source>Return opens the acts of a total.</source>
        <translation>Entrée ouvre les actes d’un total.</translation>
    </message>
    <message>
        <source>Add by hand</source>
        <translation>Ajouter à la main</translation>
    </message>
    <message>
        <source>Forget the chosen</source>
        <translation>Oublier la sélection</translation>
    </message>
    <message>
        <source>Forget all of these</source>
        <translation>Oublier tous ceux-ci</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Single acts</source>
        <translation>Acte par acte</translation>
    </message>
    <message>
        <source>By platform</source>
        <translation>Par plateforme</translation>
    </message>
    <message>
        <source>By activity</source>
        <translation>Par activité</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Par source</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>365 derniers jours</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Everything so far</source>
        <translation>Tout jusqu’ici</translation>
    </message>
    <message>
        <source>Reading was given up. Choose again to read it.</source>
        <translation>La lecture a été abandonnée. Choisissez à nouveau pour lire.</translation>
    </message>
    <message>
        <source>Shows the acts of all hours again.</source>
        <translation>Montre à nouveau les actes de toutes les heures.</translation>
    </message>
    <message>
        <source>All acts of this filter are forgotten for good when you leave this page.</source>
        <translation>Tous les actes de ce filtre seront oubliés pour de bon quand vous quitterez cette page.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) are forgotten for good when you leave this page.</source>
        <translation>
            <numerusform>%Ln acte sera oublié pour de bon quand vous quitterez cette page.</numerusform>
            <numerusform>%Ln actes seront oubliés pour de bon quand vous quitterez cette page.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>Addition en cours</translation>
    </message>
    <message>
        <source>%1 read, scroll for more</source>
        <translation>%1 lus, faites défiler pour la suite</translation>
    </message>
    <message>
        <source>No act fits. Choose a longer period or all platforms.</source>
        <translation>Aucun acte ne correspond. Choisissez une période plus longue ou toutes les plateformes.</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add by hand</source>
        <translation>Ajouter à la main</translation>
    </message>
    <message>
        <source>Acts that nothing metered, as on a phone. They are marked as added by hand, and every figure says how many of it are.</source>
        <translation>Des actes que rien n’a comptés, comme sur un téléphone. Ils sont marqués comme ajoutés à la main, et chaque chiffre dit combien il en contient.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Amount received</source>
        <translation>Montant reçu</translation>
    </message>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AgainstDialog</name>
    <message>
        <source>Mine against the group</source>
        <translation>Moi face au groupe</translation>
    </message>
    <message>
        <source>On this card no day is metered in the weeks of the room.</source>
        <translation>Sur cette carte, aucun jour n’est relevé dans les semaines de l’atelier.</translation>
    </message>
    <message>
        <source>Group sheet (*.json)</source>
        <translation>Feuille du groupe (*.json)</translation>
    </message>
    <message>
        <source>Cards (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Cartes (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>For yourself, at home: the sheet that the room kept as figures (JSON), and the card that you brought. Nothing is written, and nobody sees it but who looks at this screen.</source>
        <translation>Pour vous, chez vous : la feuille que l’atelier a gardée en chiffres (JSON), et la carte que vous avez apportée. Rien n’est écrit, et personne ne la voit sinon qui regarde cet écran.</translation>
    </message>
    <message>
        <source>Choose the group sheet</source>
        <translation>Choisir la feuille du groupe</translation>
    </message>
    <message>
        <source>Choose my card</source>
        <translation>Choisir ma carte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AgreeView</name>
    <message>
        <source>Say yes to each purpose by itself. Nothing is ticked beforehand.</source>
        <translation>Dites oui à chaque finalité séparément. Rien n&apos;est coché d&apos;avance.</translation>
    </message>
    <message>
        <source>No is an answer too. It costs nothing, nobody is told, and you are not asked again.</source>
        <translation>Non est aussi une réponse. Cela ne coûte rien, personne ne l&apos;apprend, et on ne vous le redemande pas.</translation>
    </message>
    <message>
        <source>I do not take part</source>
        <translation>Je ne participe pas</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>Code d&apos;invitation</translation>
    </message>
    <message>
        <source>I am %1 years old or more</source>
        <translation>J&apos;ai %1 ans ou plus</translation>
    </message>
    <message>
        <source>Taking part means this</source>
        <translation>Participer, c&apos;est cela</translation>
    </message>
    <message>
        <source>As you like</source>
        <translation>À votre gré</translation>
    </message>
</context>
<context>
    <name>AskingView</name>
    <message>
        <source>Nothing is to be chosen: there is one form.</source>
        <translation>Rien à choisir : il n’y a qu’une forme.</translation>
    </message>
    <message>
        <source>Accounts Center, Your information and permissions, Export your information.</source>
        <translation>Espace Comptes, Vos informations et autorisations, Exporter vos informations.</translation>
    </message>
    <message>
        <source>JSON and not HTML; all time; pictures in low quality will do.</source>
        <translation>JSON et non HTML ; depuis toujours ; des images en basse qualité suffisent.</translation>
    </message>
    <message>
        <source>Settings, Your account, Download an archive of your data.</source>
        <translation>Paramètres, Votre compte, Télécharger une archive de vos données.</translation>
    </message>
    <message>
        <source>Settings and privacy, Account, Download your data.</source>
        <translation>Paramètres et confidentialité, Compte, Télécharger tes données.</translation>
    </message>
    <message>
        <source>All data, as JSON and not as TXT.</source>
        <translation>Toutes les données, en JSON et non en TXT.</translation>
    </message>
    <message>
        <source>takeout.google.com, signed in as on YouTube.</source>
        <translation>takeout.google.com, avec le compte dont vous vous servez sur YouTube.</translation>
    </message>
    <message>
        <source>YouTube without its videos, and My Activity; for My Activity JSON and not HTML; zip.</source>
        <translation>YouTube sans ses vidéos, et Mon activité ; pour Mon activité, JSON et non HTML ; zip.</translation>
    </message>
    <message>
        <source>takeout.google.com, signed in to your account.</source>
        <translation>takeout.google.com, connecté à votre compte.</translation>
    </message>
    <message>
        <source>Maps (your places), Google Play and Photos, as far as you want; zip.</source>
        <translation>Maps (vos adresses), Google Play et Photos, selon ce que vous voulez ; zip.</translation>
    </message>
    <message>
        <source>reddit.com/settings/data-request, on the web.</source>
        <translation>reddit.com/settings/data-request, sur le web.</translation>
    </message>
    <message>
        <source>All your data, over the whole time.</source>
        <translation>Toutes vos données, depuis le début.</translation>
    </message>
    <message>
        <source>Settings and privacy, Data privacy, Get a copy of your data.</source>
        <translation>Préférences et confidentialité, Confidentialité des données, Obtenir une copie de vos données.</translation>
    </message>
    <message>
        <source>The larger archive, with all there is.</source>
        <translation>L’archive la plus complète.</translation>
    </message>
    <message>
        <source>Settings, Privacy and data, Request your data.</source>
        <translation>Paramètres, Confidentialité et données, Demander vos données.</translation>
    </message>
    <message>
        <source>Your account, Request your information.</source>
        <translation>Votre compte, Demander vos informations.</translation>
    </message>
    <message>
        <source>All your data, or what is about reviews alone.</source>
        <translation>Toutes vos données, ou seulement ce qui touche aux avis.</translation>
    </message>
    <message>
        <source>User settings, Data and privacy, Request all of my data.</source>
        <translation>Paramètres utilisateur, Données et confidentialité, Demander toutes mes données.</translation>
    </message>
    <message>
        <source>Messages, servers and activity.</source>
        <translation>Messages, serveurs et activité.</translation>
    </message>
    <message>
        <source>accounts.snapchat.com, My data.</source>
        <translation>accounts.snapchat.com, Mes données.</translation>
    </message>
    <message>
        <source>JSON; without the files of memories.</source>
        <translation>JSON ; sans les fichiers des souvenirs.</translation>
    </message>
    <message>
        <source>How to ask for it</source>
        <translation>Comment la demander</translation>
    </message>
    <message>
        <source>Platform that is asked</source>
        <translation>Plateforme à qui la demander</translation>
    </message>
    <message>
        <source>Menus move: where one is not there, search the settings for your data.</source>
        <translation>Les menus changent de place : s’il manque, cherchez « données » dans les paramètres.</translation>
    </message>
    <message>
        <source>It writes to you when the archive is ready, in minutes or days. Drop all of its parts here as they came.</source>
        <translation>Elle vous écrit quand l’archive est prête, en quelques minutes ou jours. Déposez-en ici toutes les parties, telles quelles.</translation>
    </message>
</context>
<context>
    <name>Begin</name>
    <message>
        <source>Take part in a study, or do not</source>
        <translation>Participer à une étude, ou non</translation>
    </message>
    <message>
        <source>Researchers may ask for counts of your ledger. Here you read who asks and what for, see the very rows, and decide. Opening a study sends nothing. Refusing costs nothing, and taking part is no condition for using this program.</source>
        <translation>Des chercheurs peuvent demander des nombres de votre registre. Ici vous lisez qui demande et pourquoi, vous voyez exactement les lignes, et vous décidez. Ouvrir une étude n&apos;envoie rien. Refuser ne coûte rien, et participer n&apos;est pas une condition pour utiliser ce programme.</translation>
    </message>
    <message>
        <source>Drop a study file here (study.labormeter).</source>
        <translation>Déposez ici un fichier d&apos;étude (study.labormeter).</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Déjà ouvertes</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Ouvrir une étude</translation>
    </message>
    <message>
        <source>Write a study of your own</source>
        <translation>Écrire sa propre étude</translation>
    </message>
</context>
<context>
    <name>BrowserView</name>
    <message>
        <source>Found on this computer: %1.</source>
        <translation>Trouvés sur cet ordinateur : %1.</translation>
    </message>
    <message>
        <source>No browser was found that can be metered. Install Firefox or Chromium, then open this page again.</source>
        <translation>Aucun navigateur qui puisse être compté n’a été trouvé. Installez Firefox ou Chromium, puis rouvrez cette page.</translation>
    </message>
    <message>
        <source>The metered browser has a profile of its own, apart from the one you use. That profile holds what any browser keeps: history, cookies, sign-ins. It lies outside the ledger&apos;s folder, and no export takes it along.</source>
        <translation>Le navigateur compté a son propre profil, à part de celui que vous utilisez. Ce profil contient ce que garde tout navigateur : historique, cookies, connexions. Il se trouve hors du dossier du registre, et aucun export ne l’emporte.</translation>
    </message>
    <message>
        <source>While you do not say so, totals are of what was done in this browser, not surely by you.</source>
        <translation>Tant que vous ne le dites pas, les totaux sont ceux de ce navigateur, pas sûrement les vôtres.</translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message>
        <source>Why there is one</source>
        <translation>Pourquoi il y en a un</translation>
    </message>
    <message>
        <source>What your browser sends to a platform is encrypted. To see that a like was accepted, this program stands in between, and the metered browser has to trust it for that. It trusts it by this certificate.</source>
        <translation>Ce que votre navigateur envoie à une plateforme est chiffré. Pour voir qu’un j’aime a été accepté, ce programme se place entre les deux, et le navigateur compté doit lui faire confiance. Il le fait par ce certificat.</translation>
    </message>
    <message>
        <source>Who can use its key: only this computer</source>
        <translation>Qui peut se servir de sa clé : cet ordinateur seulement</translation>
    </message>
    <message>
        <source>The key was made here, never leaves, and lies in a file that only you may read. Only the metered browser&apos;s own profile trusts it, not your system and not your usual browser. It is made out to the metered platforms and to nothing else; Firefox, and Chromium on Linux, refuse it for any other site. A Chromium on Windows or macOS, or from a snap or flatpak, checks no such limit: it gets a key of its own that lies on no disk and ends with the meter. Prefer Firefox there.</source>
        <translation>La clé a été créée ici, n’en sort jamais et se trouve dans un fichier que vous seul pouvez lire. Seul le profil du navigateur compté s’y fie, ni votre système ni votre navigateur habituel. Le certificat est établi pour les plateformes comptées et pour rien d’autre ; Firefox, et Chromium sous Linux, le refusent pour tout autre site. Un Chromium sous Windows ou macOS, ou issu d’un snap ou d’un flatpak, ne vérifie pas cette limite : il reçoit une clé à lui, qui ne se trouve sur aucun disque et disparaît avec le compteur. Préférez-y Firefox.</translation>
    </message>
    <message>
        <source>What passes through this program&apos;s memory</source>
        <translation>Ce qui passe par la mémoire de ce programme</translation>
    </message>
    <message>
        <source>All that the metered browser exchanges with the platforms you switched on, sign-ins and messages included, passes through. None of it is kept. Only requests that a rule knows are looked into; sign-in, payment and private messages stream past unread, whatever a rule says.</source>
        <translation>Tout ce que le navigateur compté échange avec les plateformes que vous avez activées, connexions et messages compris, y passe. Rien n’en est gardé. Seules les requêtes qu’une règle connaît sont examinées ; connexion, paiement et messages privés passent sans être lus, quoi que dise une règle.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est gardé</translation>
    </message>
    <message>
        <source>What kind of act it was, on which platform, and when. Not what you said, to whom, or where.</source>
        <translation>De quel genre d’acte il s’agissait, sur quelle plateforme et quand. Ni ce que vous avez dit, ni à qui, ni où.</translation>
    </message>
    <message>
        <source>There is none yet. It is made when the metered browser first opens.</source>
        <translation>Il n’y en a pas encore. Il est créé quand le navigateur compté s’ouvre pour la première fois.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of now vouches for %Ln host(s)</source>
        <translation>
            <numerusform>Le certificat actuel répond de %Ln hôte</numerusform>
            <numerusform>Le certificat actuel répond de %Ln hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1. Its fingerprint begins with %2.</source>
        <translation>jusqu’au %1. Son empreinte commence par %2.</translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>Stretch of time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 jours</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>A bar is</source>
        <translation>Une barre vaut</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Répartir par</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation>Montrer l’entraînement</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Pas lu</translation>
    </message>
    <message>
        <source>reading was given up; choose again to read it</source>
        <translation>la lecture a été abandonnée ; choisissez à nouveau pour lire</translation>
    </message>
    <message>
        <source>Reading the ledger</source>
        <translation>Lecture du registre</translation>
    </message>
    <message>
        <source>at least; net of what was undone</source>
        <translation>au moins ; annulations déduites</translation>
    </message>
    <message>
        <source>an upload that told three kinds is counted under each</source>
        <translation>un envoi qui en a dit trois sortes compte sous chacune</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>nothing was counted in this stretch of time</source>
        <translation>rien n’a été compté dans cette période</translation>
    </message>
    <message>
        <source>these are never added</source>
        <translation>ils ne s’additionnent jamais</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gesture(s) in all</source>
        <translation>
            <numerusform>%Ln geste en tout</numerusform>
            <numerusform>%Ln gestes en tout</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Looking</source>
        <translation>Examen en cours</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Examiner</translation>
    </message>
    <message>
        <source>Looks at the ledger, the meter, the certificate, the browsers and the packs, and says what to do where something is not as it should be. It changes nothing.</source>
        <translation>Examine le registre, le compteur, le certificat, les navigateurs et les règles, et dit que faire là où quelque chose ne va pas. Ne change rien.</translation>
    </message>
    <message>
        <source>Everything that was looked at is in order.</source>
        <translation>Tout ce qui a été examiné est en ordre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are not as they should be.</source>
        <translation>
            <numerusform>%Ln chose n’est pas comme il faut.</numerusform>
            <numerusform>%Ln choses ne sont pas comme il faut.</numerusform>
        </translation>
    </message>
    <message>
        <source>in order</source>
        <translation>en ordre</translation>
    </message>
    <message>
        <source>to be seen to</source>
        <translation>à voir</translation>
    </message>
</context>
<context>
    <name>ComparedView</name>
    <message>
        <source>What the meter saw</source>
        <translation>Ce que le compteur a vu</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3 %)</source>
        <translation>%1 % (%2 à %3 %)</translation>
    </message>
    <message>
        <source>seen by both</source>
        <translation>vu par les deux</translation>
    </message>
    <message>
        <source>told of by an archive alone</source>
        <translation>raconté par une archive seule</translation>
    </message>
    <message>
        <source>What the meter saw, week by week</source>
        <translation>Ce que le compteur a vu, semaine par semaine</translation>
    </message>
    <message>
        <source>%1, %2: %3 % (%4 to %5 %)</source>
        <translation>%1, %2 : %3 % (%4 à %5 %)</translation>
    </message>
    <message>
        <source>Nothing can be compared yet: no week was both metered and told of by an archive that was imported.</source>
        <translation>Rien ne peut encore être comparé : aucune semaine n’a été à la fois comptée et racontée par une archive importée.</translation>
    </message>
    <message>
        <source>Too few acts can be compared yet to say a share.</source>
        <translation>Trop peu d’actes peuvent être comparés pour donner une part.</translation>
    </message>
    <message>
        <source>of what archives tell of in weeks that were metered, the meter saw as well.</source>
        <translation>de ce que racontent les archives pour les semaines comptées, le compteur l’a vu aussi.</translation>
    </message>
    <message>
        <source>At least %1 acts in these weeks, probably %2 (%3 to %4).</source>
        <translation>Au moins %1 actes dans ces semaines, probablement %2 (%3 à %4).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these were matched by their time alone, within two minutes.</source>
        <translation>
            <numerusform>%Ln d’entre eux a été rapproché par son heure seule, à deux minutes près.</numerusform>
            <numerusform>%Ln d’entre eux ont été rapprochés par leur heure seule, à deux minutes près.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a date, and in no total: %1 (%2, %3).</source>
        <translation>Sans date, et dans aucun total : %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Still in files as the platforms returned them (not counted as sent): %1.</source>
        <translation>Encore dans les fichiers tels que les plateformes les ont rendus (non comptés comme envoyés) : %1.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>This is a bug of labormeter. Metering is not affected. The report names places in the program and holds nothing of yours.</source>
        <translation>C’est un défaut de labormeter. Le comptage n’est pas touché. Le rapport nomme des endroits du programme et ne contient rien de vous.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
</context>
<context>
    <name>DaysView</name>
    <message>
        <source>most in the stretch from %1: %2</source>
        <translation>le plus dans la période du %1 : %2</translation>
    </message>
    <message>
        <source>Left and Right walk along the bars, Return opens one.</source>
        <translation>Gauche et Droite parcourent les barres, Entrée en ouvre une.</translation>
    </message>
    <message>
        <source>from the lowest to the highest price</source>
        <translation>du prix le plus bas au plus élevé</translation>
    </message>
    <message>
        <source>from the lowest price to the highest, which lies beyond the chart</source>
        <translation>du prix le plus bas au plus haut, qui dépasse le graphique</translation>
    </message>
    <message>
        <source>metering was interrupted</source>
        <translation>comptage interrompu</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>no shift</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>at least: metering was interrupted</source>
        <translation>au moins : le comptage a été interrompu</translation>
    </message>
    <message>
        <source>not metered</source>
        <translation>non compté</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Not everything could be removed.</source>
        <translation>Tout n’a pas pu être supprimé.</translation>
    </message>
    <message>
        <source>Other hosts are metered now. Close the metered browser and open it again.</source>
        <translation>D’autres hôtes sont comptés maintenant. Fermez le navigateur compté et rouvrez-le.</translation>
    </message>
    <message>
        <source>Open the metered browser</source>
        <translation>Ouvrir le navigateur compté</translation>
    </message>
    <message>
        <source>The metered browser could not be opened.</source>
        <translation>Le navigateur compté n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The practice shift could not be finished.</source>
        <translation>L’entraînement n’a pas pu être terminé.</translation>
    </message>
    <message>
        <source>The practice shift is over. Its acts stay out of your totals.</source>
        <translation>L’entraînement est fini. Ses actes restent hors de vos totaux.</translation>
    </message>
    <message>
        <source>Metering could not be started.</source>
        <translation>Le comptage n’a pas pu être lancé.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Metering stopped without being asked. Pages go on; what you do now is not counted.</source>
        <translation>Le comptage s’est arrêté sans qu’on le demande. Les pages continuent ; ce que vous faites maintenant n’est pas compté.</translation>
    </message>
    <message>
        <source>Start metering</source>
        <translation>Lancer le comptage</translation>
    </message>
    <message>
        <source>The meter does not answer. What it does has not changed.</source>
        <translation>Le compteur ne répond pas. Ce qu’il fait n’a pas changé.</translation>
    </message>
    <message>
        <source>Metering is interrupted (%1). Pages go on; the gap is drawn.</source>
        <translation>Le comptage est interrompu (%1). Les pages continuent ; la lacune est dessinée.</translation>
    </message>
    <message>
        <source>Private: nothing is looked at and nothing is kept.</source>
        <translation>Privé : rien n’est regardé et rien n’est gardé.</translation>
    </message>
</context>
<context>
    <name>DriftModel</name>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>Why it stands here</source>
        <translation>Pourquoi c’est ici</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
</context>
<context>
    <name>DriftView</name>
    <message>
        <source>a new name for a known act</source>
        <translation>un nouveau nom pour un acte connu</translation>
    </message>
    <message>
        <source>a new answer to a known act</source>
        <translation>une nouvelle réponse à un acte connu</translation>
    </message>
    <message>
        <source>no rule knows it</source>
        <translation>aucune règle ne le connaît</translation>
    </message>
    <message>
        <source>a host that is not opened</source>
        <translation>un site qui n’est pas ouvert</translation>
    </message>
    <message>
        <source>too large to be looked at</source>
        <translation>trop grand pour être regardé</translation>
    </message>
    <message>
        <source>Platforms change how they speak without a word. Then acts stop while traffic goes on, or something is sent that no rule knows. Names alone are kept, never what was sent.</source>
        <translation>Les plateformes changent leur façon de parler sans prévenir. Alors les actes s’arrêtent tandis que le trafic continue, ou part quelque chose qu’aucune règle ne connaît. Seuls des noms sont gardés, jamais ce qui a été envoyé.</translation>
    </message>
    <message>
        <source>What no rule knows</source>
        <translation>Ce qu’aucune règle ne connaît</translation>
    </message>
    <message>
        <source>Most are telemetry, which is no act; half known ones come first.</source>
        <translation>La plupart sont de la télémétrie, qui n’est pas un acte ; les écritures à moitié connues viennent d’abord.</translation>
    </message>
    <message>
        <source>Looking at the ledger</source>
        <translation>Lecture du registre</translation>
    </message>
    <message>
        <source>Nothing was seen yet. Once a platform is used, it is watched here.</source>
        <translation>Rien n’a encore été vu. Dès qu’une plateforme est utilisée, elle est suivie ici.</translation>
    </message>
    <message>
        <source>No platform seems to have changed.</source>
        <translation>Aucune plateforme ne semble avoir changé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln platform(s) probably changed.</source>
        <translation>
            <numerusform>%Ln plateforme a sans doute changé.</numerusform>
            <numerusform>%Ln plateformes ont sans doute changé.</numerusform>
        </translation>
    </message>
    <message>
        <source>last act on %1</source>
        <translation>dernier acte le %1</translation>
    </message>
    <message>
        <source>traffic until %1</source>
        <translation>trafic jusqu’au %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) unrecognised</source>
        <translation>
            <numerusform>%Ln écriture non reconnue</numerusform>
            <numerusform>%Ln écritures non reconnues</numerusform>
        </translation>
    </message>
    <message>
        <source>Probably changed: what you do there may go uncounted.</source>
        <translation>A sans doute changé : ce que vous y faites peut ne pas être compté.</translation>
    </message>
    <message>
        <source>Some writes unrecognised, and acts go on: %1.</source>
        <translation>Quelques écritures non reconnues, et les actes continuent : %1.</translation>
    </message>
    <message>
        <source>Nothing unusual: %1.</source>
        <translation>Rien d’inhabituel : %1.</translation>
    </message>
    <message>
        <source>probably changed</source>
        <translation>a sans doute changé</translation>
    </message>
    <message>
        <source>Teach it</source>
        <translation>L’apprendre</translation>
    </message>
</context>
<context>
    <name>EmptyView</name>
    <message>
        <source>Nothing counted yet</source>
        <translation>Rien de compté pour l’instant</translation>
    </message>
    <message>
        <source>Your acts appear here within a second of being done. Begin with one of these.</source>
        <translation>Vos actes apparaissent ici moins d’une seconde après avoir été faits. Commencez par l’un de ceux-ci.</translation>
    </message>
    <message>
        <source>See it work first</source>
        <translation>Voir d’abord comment cela marche</translation>
    </message>
    <message>
        <source>Use your platforms as ever</source>
        <translation>Se servir de ses plateformes comme toujours</translation>
    </message>
    <message>
        <source>A browser of your own opens, with a profile of its own. What you do there on the platforms you chose is counted; every other site passes unopened.</source>
        <translation>Un navigateur à vous s’ouvre, avec un profil à part. Ce que vous y faites sur les plateformes choisies est compté ; tout autre site passe sans être ouvert.</translation>
    </message>
    <message>
        <source>What is never kept</source>
        <translation>Ce qui n’est jamais gardé</translation>
    </message>
    <message>
        <source>What you said, to whom, and where. The ledger holds what kind of act it was, on which platform and when, and it never leaves this computer without you.</source>
        <translation>Ce que vous avez dit, à qui, et où. Le registre contient la sorte d’acte, la plateforme et l’heure, et il ne quitte jamais cet ordinateur sans vous.</translation>
    </message>
    <message>
        <source>Start a practice shift</source>
        <translation>Lancer un entraînement</translation>
    </message>
    <message>
        <source>The practice site is open in a browser. What you do there arrives here.</source>
        <translation>Le site d’entraînement est ouvert dans un navigateur. Ce que vous y faites arrive ici.</translation>
    </message>
    <message>
        <source>A browser opens on a made-up site on this computer: like, post and solve a captcha there without any account, and see it counted here. Practice stays out of your totals.</source>
        <translation>Un navigateur s’ouvre sur un site inventé, sur cet ordinateur : aimez, publiez, résolvez-y un captcha sans aucun compte, et voyez-le compté ici. L’entraînement reste hors de vos totaux.</translation>
    </message>
    <message>
        <source>Open the metered browser</source>
        <translation>Ouvrir le navigateur compté</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Take your ledger along</source>
        <translation>Emporter votre registre</translation>
    </message>
    <message>
        <source>A file that you keep, open in a spreadsheet or hand on yourself. It holds kinds of acts, platforms and times, and nothing that was said. Nothing is sent anywhere.</source>
        <translation>Un fichier que vous gardez, ouvrez dans un tableur ou remettez vous-même. Il contient des sortes de gestes, des plateformes et des heures, et rien de ce qui a été dit. Rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>Montrer en grand</translation>
    </message>
    <message>
        <source>The file is being written</source>
        <translation>Le fichier s’écrit</translation>
    </message>
    <message>
        <source>The card as a code</source>
        <translation>La carte sous forme de code</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>A package (zip) that reads back to the same acts: acts, weeks, rates used, gaps, shifts and method. Practice is marked as such.</source>
        <translation>Une archive (zip) qui se relit et rend les mêmes gestes : gestes, semaines, tarifs employés, lacunes, séances et méthode. L’entraînement y est marqué comme tel.</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Tableur</translation>
    </message>
    <message>
        <source>One table in CSV.</source>
        <translation>Un tableau en CSV.</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>Lignes JSON</translation>
    </message>
    <message>
        <source>One table, a line a row, for programs.</source>
        <translation>Un tableau, une ligne par rangée, pour des programmes.</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>One table with types, for statistics. Needs the research parts.</source>
        <translation>Un tableau typé, pour la statistique. Demande les composants de recherche.</translation>
    </message>
    <message>
        <source>Room card</source>
        <translation>Carte d’atelier</translation>
    </message>
    <message>
        <source>For a workshop: counts by week under two random words, without a name. Whole weeks; the last four where nothing else is chosen.</source>
        <translation>Pour un atelier : des nombres par semaine sous deux mots tirés au sort, sans nom. Semaines entières ; les quatre dernières si rien d’autre n’est choisi.</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>Your own weeks as one document, in the form that rooms have.</source>
        <translation>Vos propres semaines en un seul document, sous la forme qu’ont les ateliers.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>The ledger as it is, to be put back. Its keyed hashes are in it, its keys are not: keep it to yourself.</source>
        <translation>Le registre tel quel, pour être remis en place. Ses empreintes y sont, ses clés non : gardez-le pour vous.</translation>
    </message>
    <message>
        <source>A plain-text journal: acts as commodities, rates as their prices.</source>
        <translation>Un journal en texte : les gestes comme marchandises, les tarifs comme leurs prix.</translation>
    </message>
    <message>
        <source>The same for Beancount and Fava.</source>
        <translation>Le même pour Beancount et Fava.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>L’année dernière</translation>
    </message>
    <message>
        <source>Every act</source>
        <translation>Chaque geste</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Finesse</translation>
    </message>
    <message>
        <source>Say which acts share a target</source>
        <translation>Dire quels gestes ont la même cible</translation>
    </message>
    <message>
        <source>By new hashes, made for this file alone: no two files can be laid together.</source>
        <translation>Par de nouvelles empreintes, faites pour ce seul fichier : deux fichiers ne peuvent être rapprochés.</translation>
    </message>
    <message>
        <source>Seal with a passphrase</source>
        <translation>Sceller par une phrase de passe</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même encore</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>All platforms</source>
        <translation>Toutes les plateformes</translation>
    </message>
    <message>
        <source>The last four weeks</source>
        <translation>Les quatre dernières semaines</translation>
    </message>
    <message>
        <source>%1 is written (%2).</source>
        <translation>%1 est écrit (%2).</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters, and is typed twice.</source>
        <translation>Une phrase de passe a au moins %1 caractères, et se tape deux fois.</translation>
    </message>
    <message>
        <source>This card is too large for one code: it is handed on as a file.</source>
        <translation>Cette carte est trop grande pour un seul code : elle se remet comme fichier.</translation>
    </message>
    <message>
        <source>Card (*.json);;Code (*.png);;Code (*.svg)</source>
        <translation>Carte (*.json);;Code (*.png);;Code (*.svg)</translation>
    </message>
</context>
<context>
    <name>FeedView</name>
    <message>
        <source>As it is counted</source>
        <translation>Compté à l’instant</translation>
    </message>
    <message>
        <source>The latest acts, newest first.</source>
        <translation>Les derniers actes, du plus récent au plus ancien.</translation>
    </message>
    <message>
        <source>Acts appear here within a second of being done.</source>
        <translation>Les actes apparaissent ici moins d’une seconde après avoir été faits.</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>%1, may be left out</source>
        <translation>%1, facultatif</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Rien de choisi</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>What was paid, by place</source>
        <translation>Ce qui a été payé, par lieu</translation>
    </message>
    <message>
        <source>Up and Down walk along the points, Return opens the card of a rate.</source>
        <translation>Haut et Bas parcourent les points, Entrée ouvre la fiche d’un tarif.</translation>
    </message>
</context>
<context>
    <name>GiveView</name>
    <message>
        <source>Read the raw file</source>
        <translation>Lire le fichier brut</translation>
    </message>
    <message>
        <source>The very bytes that are signed and encrypted</source>
        <translation>Les octets mêmes qui sont signés et chiffrés</translation>
    </message>
    <message>
        <source>Make the file to hand in</source>
        <translation>Faire le fichier à remettre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Password of the file drop, where it has one</source>
        <translation>Mot de passe du dépôt, s&apos;il en a un</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Envoyer à %1</translation>
    </message>
    <message>
        <source>Sent once, over https, to this host and nowhere else; whoever runs it sees your network address and the time.</source>
        <translation>Envoyé une fois, par https, à ce serveur et nulle part ailleurs ; qui le tient voit votre adresse réseau et l&apos;heure.</translation>
    </message>
    <message>
        <source>%1 rows; %2 of those asked for stay here</source>
        <translation>%1 lignes ; %2 de celles demandées restent ici</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1, the same for everybody, so that it tells nothing</source>
        <translation>%1, la même pour tous, pour ne rien révéler</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>Qui peut l&apos;ouvrir</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Où c&apos;est conservé</translation>
    </message>
    <message>
        <source>a room card</source>
        <translation>une carte d&apos;atelier</translation>
    </message>
    <message>
        <source>You gave rows of the same time to: %1. Whoever has both could see that they are of one person.</source>
        <translation>Vous avez donné des lignes de la même période à : %1. Qui a les deux pourrait voir qu&apos;elles sont d&apos;une même personne.</translation>
    </message>
    <message>
        <source>Rows are being read.</source>
        <translation>Les lignes sont en cours de lecture.</translation>
    </message>
    <message>
        <source>Taking part means a yes to what the study is for.</source>
        <translation>Participer, c&apos;est dire oui à l&apos;objet de l&apos;étude.</translation>
    </message>
    <message>
        <source>Say that you are as old as the study wants.</source>
        <translation>Dites que vous avez l&apos;âge demandé.</translation>
    </message>
    <message>
        <source>Type your invitation code.</source>
        <translation>Saisissez votre code d&apos;invitation.</translation>
    </message>
    <message>
        <source>Say your country.</source>
        <translation>Indiquez votre pays.</translation>
    </message>
    <message>
        <source>Say your age band.</source>
        <translation>Indiquez votre tranche d&apos;âge.</translation>
    </message>
    <message>
        <source>To give once more, say yes once more: the newer file counts.</source>
        <translation>Pour donner de nouveau, dites oui de nouveau : le fichier le plus récent compte.</translation>
    </message>
    <message>
        <source>Not yet:</source>
        <translation>Pas encore :</translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message>
        <source>Everything is gone</source>
        <translation>Tout a disparu</translation>
    </message>
    <message>
        <source>This computer was looked through again, and nothing of this ledger is left on it. The program itself goes as you installed it. What there was is gone from these places:</source>
        <translation>Cet ordinateur a été parcouru une seconde fois : il n’y reste rien de ce registre. Le programme lui-même se désinstalle comme vous l’avez installé. Ce qu’il y avait a disparu de ces emplacements :</translation>
    </message>
    <message>
        <source>Close labormeter</source>
        <translation>Fermer labormeter</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gestes</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>From low to high</source>
        <translation>Du plus bas au plus haut</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sans prix</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Is it being seen?</source>
        <translation>Est-ce bien vu ?</translation>
    </message>
    <message>
        <source>No traffic seen yet: %1.</source>
        <translation>Aucun trafic vu pour l’instant : %1.</translation>
    </message>
    <message>
        <source>Not watched: %1.</source>
        <translation>Non suivies : %1.</translation>
    </message>
    <message>
        <source>not metered now</source>
        <translation>pas de comptage en ce moment</translation>
    </message>
    <message>
        <source>not metered now, last traffic %1</source>
        <translation>pas de comptage en ce moment, dernier trafic %1</translation>
    </message>
    <message>
        <source>silent, last traffic %1</source>
        <translation>silence, dernier trafic %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) no rule knows</source>
        <translation>
            <numerusform>%Ln écriture qu’aucune règle ne connaît</numerusform>
            <numerusform>%Ln écritures qu’aucune règle ne connaît</numerusform>
        </translation>
    </message>
    <message>
        <source>Captchas on 100 pages: %1 while metered (%2 to %3)</source>
        <translation>Captchas pour 100 pages : %1 pendant le comptage (%2 à %3)</translation>
    </message>
    <message>
        <source>, about %1 while passed through (%2 to %3).</source>
        <translation>, environ %1 sans ouverture (%2 à %3).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>Cela peut être le hasard.</translation>
    </message>
    <message>
        <source>Metering probably brings more of them.</source>
        <translation>Le comptage en amène probablement davantage.</translation>
    </message>
    <message>
        <source>More came while passed through.</source>
        <translation>Il y en a eu davantage sans ouverture.</translation>
    </message>
    <message>
        <source>Of the last half year; in brackets what is still likely at so small numbers.</source>
        <translation>Du dernier semestre ; entre parenthèses, ce qui reste plausible avec d’aussi petits nombres.</translation>
    </message>
    <message>
        <source>seen, no act yet</source>
        <translation>vue, aucun acte pour l’instant</translation>
    </message>
    <message>
        <source>last act %1</source>
        <translation>dernier acte %1</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Choose files</source>
        <translation>Choisir des fichiers</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>How far it has come</source>
        <translation>Où il en est</translation>
    </message>
    <message>
        <source>Drop an archive here</source>
        <translation>Déposez une archive ici</translation>
    </message>
    <message>
        <source>Bring in what you did before</source>
        <translation>Ajoutez ce que vous avez fait avant</translation>
    </message>
    <message>
        <source>The archive is being read on this computer. Nothing is imported yet.</source>
        <translation>L’archive est lue sur cet ordinateur. Rien n’est encore importé.</translation>
    </message>
    <message>
        <source>Bringing it into the ledger.</source>
        <translation>Elle est portée au registre.</translation>
    </message>
    <message>
        <source>Taking the import out of the ledger.</source>
        <translation>L’import est retiré du registre.</translation>
    </message>
    <message>
        <source>Ask a platform for your data, in JSON where you can choose, and drop the archive here as it came: zip files, all parts together, or a folder. A recording of your browser (HAR) too. It is read on this computer; first you see what it holds.</source>
        <translation>Demandez vos données à une plateforme, en JSON si vous avez le choix, et déposez l’archive ici telle quelle : fichiers zip, toutes les parties ensemble, ou un dossier. Un enregistrement du navigateur (HAR) aussi. Elle est lue sur cet ordinateur ; vous voyez d’abord ce qu’elle contient.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) were imported.</source>
        <translation>
            <numerusform>%Ln acte a été importé.</numerusform>
            <numerusform>%Ln actes ont été importés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was undone: all that it brought is out of the ledger.</source>
        <translation>L’import a été annulé : tout ce qu’il avait apporté est sorti du registre.</translation>
    </message>
    <message>
        <source>This is what it holds</source>
        <translation>Voici ce qu’elle contient</translation>
    </message>
    <message>
        <source>Nothing is imported yet.</source>
        <translation>Rien n’est encore importé.</translation>
    </message>
    <message>
        <source>The ledger holds all of it already: there is nothing to import.</source>
        <translation>Le registre contient déjà tout cela : il n’y a rien à importer.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Années</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>sans date</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read</source>
        <translation>
            <numerusform>%Ln fichier lu</numerusform>
            <numerusform>%Ln fichiers lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over, %Ln file(s): %1.</source>
        <translation>
            <numerusform>Laissé de côté, %Ln fichier : %1.</numerusform>
            <numerusform>Laissés de côté, %Ln fichiers : %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in it, which is unknown and not zero: %1.</source>
        <translation>Absents, ce qui est inconnu et non zéro : %1.</translation>
    </message>
    <message>
        <source>reactions</source>
        <translation>réactions</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>commentaires</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>publications</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>mentions J’aime</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>abonnements</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>abonnements</translation>
    </message>
    <message>
        <source>votes on posts</source>
        <translation>votes sur des publications</translation>
    </message>
    <message>
        <source>votes on comments</source>
        <translation>votes sur des commentaires</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>messages to channels</source>
        <translation>messages dans des salons</translation>
    </message>
    <message>
        <source>memories</source>
        <translation>souvenirs</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more line(s), which are imported as well.</source>
        <translation>
            <numerusform>Et %Ln ligne de plus, importée aussi.</numerusform>
            <numerusform>Et %Ln lignes de plus, importées aussi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no date: they stand apart, in no day and no total.</source>
        <translation>
            <numerusform>%Ln n’a pas de date : il reste à part, dans aucun jour ni total.</numerusform>
            <numerusform>%Ln n’ont pas de date : ils restent à part, dans aucun jour ni total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are taken for acts that were metered, by their time alone (within two minutes): some of them may be others.</source>
        <translation>
            <numerusform>%Ln est pris pour un acte compté, par son heure seule (à deux minutes près) : c’en est peut-être un autre.</numerusform>
            <numerusform>%Ln sont pris pour des actes comptés, par leur heure seule (à deux minutes près) : certains en sont peut-être d’autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Rien n’a encore été importé.</translation>
    </message>
    <message>
        <source>several platforms</source>
        <translation>plusieurs plateformes</translation>
    </message>
    <message>
        <source>own export</source>
        <translation>export de ce programme</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln act(s)</source>
        <translation>
            <numerusform>%1 : %Ln acte</numerusform>
            <numerusform>%1 : %Ln actes</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>A sealed export</source>
        <translation>Une exportation scellée</translation>
    </message>
    <message>
        <source>The passphrase it was sealed with:</source>
        <translation>La phrase de passe avec laquelle elle a été scellée&#xa0;:</translation>
    </message>
</context>
<context>
    <name>HostsView</name>
    <message>
        <source>A host that a platform uses and its pack does not name, such as an instance of Mastodon. What passes between your metered browser and it then passes through this program. Sign-in, mail, banks and messengers stay closed whatever you add.</source>
        <translation>Un hôte qu’une plateforme utilise et que son jeu de règles ne nomme pas, comme une instance de Mastodon. Ce qui passe entre votre navigateur compté et lui passe alors par ce programme. Connexion, courriel, banques et messageries restent fermés quoi que vous ajoutiez.</translation>
    </message>
    <message>
        <source>Platform of the host</source>
        <translation>Plateforme de l’hôte</translation>
    </message>
    <message>
        <source>exact name, such as social.example.org</source>
        <translation>nom exact, par exemple social.example.org</translation>
    </message>
    <message>
        <source>Host to open as well</source>
        <translation>Hôte à ouvrir aussi</translation>
    </message>
    <message>
        <source>Open it as well</source>
        <translation>L’ouvrir aussi</translation>
    </message>
    <message>
        <source>Close it again</source>
        <translation>Le refermer</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Port of the meter</source>
        <translation>Port du compteur</translation>
    </message>
    <message>
        <source>Whose price</source>
        <translation>Le prix de qui</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Carry old rates to today&apos;s money</source>
        <translation>Ramener les anciens tarifs à la monnaie d’aujourd’hui</translation>
    </message>
    <message>
        <source>Metered browser</source>
        <translation>Navigateur compté</translation>
    </message>
    <message>
        <source>I am the only person who uses this browser</source>
        <translation>Je suis la seule personne à utiliser ce navigateur</translation>
    </message>
    <message>
        <source>Changes at once, without a restart.</source>
        <translation>Change aussitôt, sans redémarrer.</translation>
    </message>
    <message>
        <source>Where the meter listens, on this computer alone. 0 until one was chosen; then it is kept, so that an open browser still finds it.</source>
        <translation>Où le compteur écoute, sur cet ordinateur seulement. 0 tant qu’aucun n’a été choisi ; ensuite il est gardé, pour qu’un navigateur ouvert le retrouve.</translation>
    </message>
    <message>
        <source>Worth is always read through one of these; they are never added together.</source>
        <translation>La valeur se lit toujours par l’un d’eux ; ils ne s’additionnent jamais.</translation>
    </message>
    <message>
        <source>Rates are carried to it at the average of the year.</source>
        <translation>Les tarifs y sont convertis à la moyenne de l’année.</translation>
    </message>
    <message>
        <source>Whose minimum wage is used for worth by the hour.</source>
        <translation>Celui dont le salaire minimum sert à la valeur horaire.</translation>
    </message>
    <message>
        <source>Off: a rate of 2015 counts for as much as was paid then.</source>
        <translation>Sinon, un tarif de 2015 compte pour ce qui fut payé alors.</translation>
    </message>
    <message>
        <source>It opens with a profile of its own; your usual one is not touched.</source>
        <translation>Il s’ouvre avec son propre profil ; votre profil habituel n’est pas touché.</translation>
    </message>
    <message>
        <source>Say yes only if nobody else browses in it: what they do would be counted as yours.</source>
        <translation>Dites oui seulement si personne d’autre n’y navigue : ce que les autres font serait compté comme vôtre.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Navigateurs</translation>
    </message>
    <message>
        <source>Metered profile</source>
        <translation>Profil compté</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Which sites are metered</source>
        <translation>Sites comptés</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Compteur</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Captchas</source>
        <translation>Captchas</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Jeux de règles</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Langue du système</translation>
    </message>
    <message>
        <source>The first one found</source>
        <translation>Le premier trouvé</translation>
    </message>
</context>
<context>
    <name>Leading</name>
    <message>
        <source>Save the statement</source>
        <translation>Enregistrer le relevé</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 a été écrit.</translation>
    </message>
    <message>
        <source>The rate was added; the change log says what it moved.</source>
        <translation>Le tarif est ajouté ; le journal des changements dit ce qu’il a déplacé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) added by hand.</source>
        <translation>
            <numerusform>%Ln acte ajouté à la main.</numerusform>
            <numerusform>%Ln actes ajoutés à la main.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) forgotten for good.</source>
        <translation>
            <numerusform>%Ln acte oublié pour de bon.</numerusform>
            <numerusform>%Ln actes oubliés pour de bon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program is reading the ledger: traces are left in its files until it is closed and something is forgotten again.</source>
        <translation>Un autre programme lit le registre : des traces restent dans ses fichiers jusqu’à ce qu’il soit fermé et que l’on oublie de nouveau quelque chose.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>1 metered profile, closed to other users; {opened} open now.</source>
        <translation>1 profil compté, fermé aux autres utilisateurs ; ouvert en ce moment : {opened}.</translation>
    </message>
    <message>
        <source>A SHA-256 has 64 hexadecimal digits, in small letters.</source>
        <translation>Un SHA-256 a 64 chiffres hexadécimaux, en minuscules.</translation>
    </message>
    <message>
        <source>A backup is not sealed here: it must be a file that SQLite opens.</source>
        <translation>Une sauvegarde n’est pas scellée ici : il faut un fichier que SQLite ouvre.</translation>
    </message>
    <message>
        <source>A change of the desktop&apos;s proxy settings was broken off.</source>
        <translation>Un changement des réglages de proxy du bureau a été interrompu.</translation>
    </message>
    <message>
        <source>A contribution has at most {most} cells in all.</source>
        <translation>Une contribution a au plus {most} cellules en tout.</translation>
    </message>
    <message>
        <source>A date is written 2027-01-31, without quotes.</source>
        <translation>Une date s&apos;écrit 2027-01-31, sans guillemets.</translation>
    </message>
    <message>
        <source>A day is none on which the act can have been</source>
        <translation>Un jour n’est pas de ceux où l’acte a pu être fait</translation>
    </message>
    <message>
        <source>A handle is two words of the list, as amber-otter.</source>
        <translation>Un nom est fait de deux mots de la liste, comme amber-otter.</translation>
    </message>
    <message>
        <source>A list of words: [&quot;one&quot;, &quot;two&quot;].</source>
        <translation>Une liste de mots : [&quot;un&quot;, &quot;deux&quot;].</translation>
    </message>
    <message>
        <source>A meter is running.</source>
        <translation>Un compteur tourne.</translation>
    </message>
    <message>
        <source>A meter is starting.</source>
        <translation>Un compteur démarre.</translation>
    </message>
    <message>
        <source>A meter runs and its door does not answer; browsers go straight.</source>
        <translation>Un compteur tourne et sa porte ne répond pas ; les navigateurs passent tout droit.</translation>
    </message>
    <message>
        <source>A metered browser is open.</source>
        <translation>Un navigateur compté est ouvert.</translation>
    </message>
    <message>
        <source>A moment is none that a calendar has</source>
        <translation>Un moment n’est dans aucun calendrier</translation>
    </message>
    <message>
        <source>A multiple of asked.rounding, so that a bound is no odd number.</source>
        <translation>Un multiple de asked.rounding, pour que la borne soit un nombre arrondi.</translation>
    </message>
    <message>
        <source>A number in quotes above 0, at most {most}: &quot;1.0&quot;.</source>
        <translation>Un nombre entre guillemets au-dessus de 0, au plus {most} : &quot;1.0&quot;.</translation>
    </message>
    <message>
        <source>A passphrase has at least {least} characters.</source>
        <translation>Une phrase de passe a au moins {least} caractères.</translation>
    </message>
    <message>
        <source>A pre-signed address that takes one PUT.</source>
        <translation>Une adresse présignée qui accepte un PUT.</translation>
    </message>
    <message>
        <source>A profile does not trust the present certificate: {names}.</source>
        <translation>Un profil ne fait pas confiance au certificat actuel : {names}.</translation>
    </message>
    <message>
        <source>A profile needs a plain name.</source>
        <translation>Un profil a besoin d’un nom simple.</translation>
    </message>
    <message>
        <source>A profile was told an older list of hosts: {names}.</source>
        <translation>Un profil a reçu une liste de sites plus ancienne : {names}.</translation>
    </message>
    <message>
        <source>A proxy is set for this desktop already, and is not overwritten.</source>
        <translation>Un proxy est déjà réglé pour ce bureau ; il n’est pas écrasé.</translation>
    </message>
    <message>
        <source>A proxy is set on this computer; the metered browser goes straight, past it.</source>
        <translation>Un proxy est réglé sur cet ordinateur ; le navigateur compté va tout droit, sans lui.</translation>
    </message>
    <message>
        <source>A room writes one: labormeter room -o sheet.json</source>
        <translation>Un atelier en écrit une : labormeter room -o feuille.json</translation>
    </message>
    <message>
        <source>A short name of the study, in small letters, digits and dashes.</source>
        <translation>Un nom court de l&apos;étude, en minuscules, chiffres et tirets.</translation>
    </message>
    <message>
        <source>A study file has at most {most} bytes.</source>
        <translation>Un fichier d&apos;étude a au plus {most} octets.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Un nombre entier.</translation>
    </message>
    <message>
        <source>Activities asked for.</source>
        <translation>Activités demandées.</translation>
    </message>
    <message>
        <source>Address of a Nextcloud file drop.</source>
        <translation>Adresse d&apos;un dépôt de fichiers Nextcloud.</translation>
    </message>
    <message>
        <source>An https address with a host name, nothing else before it.</source>
        <translation>Une adresse https avec un nom de serveur, rien d&apos;autre devant.</translation>
    </message>
    <message>
        <source>Another program is writing to the ledger and does not finish.</source>
        <translation>Un autre programme écrit dans le registre et n’en finit pas.</translation>
    </message>
    <message>
        <source>Ask the researchers for the file again.</source>
        <translation>Redemandez le fichier aux chercheurs.</translation>
    </message>
    <message>
        <source>Ask the researchers for the file again; nothing was sent.</source>
        <translation>Redemandez le fichier aux chercheurs ; rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>At least one way.</source>
        <translation>Au moins une voie.</translation>
    </message>
    <message>
        <source>At least two, each with a key: one lost key would lose the study.</source>
        <translation>Au moins deux, chacun avec une clé : une seule clé perdue perdrait l&apos;étude.</translation>
    </message>
    <message>
        <source>At least {smallest} cards are needed, and there are {people}.</source>
        <translation>Il faut au moins {smallest} cartes, et il y en a {people}.</translation>
    </message>
    <message>
        <source>At most {most} characters.</source>
        <translation>Au plus {most} caractères.</translation>
    </message>
    <message>
        <source>At most {most} months or weeks.</source>
        <translation>Au plus {most} mois ou semaines.</translation>
    </message>
    <message>
        <source>Basis for special categories under 9(2).</source>
        <translation>Base pour les catégories particulières selon 9(2).</translation>
    </message>
    <message>
        <source>Benefits and payment, or that there are none.</source>
        <translation>Bénéfices et rémunération, ou qu&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>CSV by channel</source>
        <translation>CSV par salon</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>tableaux CSV</translation>
    </message>
    <message>
        <source>CSV tables without texts</source>
        <translation>tableaux CSV sans les textes</translation>
    </message>
    <message>
        <source>CSV, two tables in a file (to 2023)</source>
        <translation>CSV, deux tableaux dans un fichier (jusqu’en 2023)</translation>
    </message>
    <message>
        <source>Can be metered: {titles}.</source>
        <translation>Peuvent être comptés : {titles}.</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Change the permissions of its folder, or choose another with --home.</source>
        <translation>Changez les droits de son dossier, ou choisissez-en un autre avec --home.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Vérifiez son nom.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Vérifiez le fichier et ses droits.</translation>
    </message>
    <message>
        <source>Check the folder of keys and the free space.</source>
        <translation>Vérifiez le dossier des clés et l&apos;espace libre.</translation>
    </message>
    <message>
        <source>Choose a card of your own.</source>
        <translation>Choisissez votre propre carte.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another folder with --home, or change its permissions.</source>
        <translation>Choisissez un autre dossier avec --home, ou changez ses droits.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another format, or seal it with age.</source>
        <translation>Choisissez un autre format, ou scellez-la avec age.</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>Choose another with --browser.</source>
        <translation>Choisissez-en un autre avec --browser.</translation>
    </message>
    <message>
        <source>Choose another with --home, or change its permissions.</source>
        <translation>Choisissez-en un autre avec --home, ou changez ses droits.</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>Choisissez moins.</translation>
    </message>
    <message>
        <source>Choose one of {names}, another --floor, or add a rate of your own.</source>
        <translation>Choisissez parmi {names}, un autre --floor, ou ajoutez un tarif à vous.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Choisissez parmi {names}.</translation>
    </message>
    <message>
        <source>Choose one of {names}: `labormeter settings browser NAME`.</source>
        <translation>Choisissez parmi {names} : `labormeter settings browser NAME`.</translation>
    </message>
    <message>
        <source>Close every program that has ledger.db open, then start again.</source>
        <translation>Fermez tout programme qui a ouvert ledger.db, puis recommencez.</translation>
    </message>
    <message>
        <source>Close it, then run the same command again.</source>
        <translation>Fermez-le, puis recommencez.</translation>
    </message>
    <message>
        <source>Close programs that have ledger.db open.</source>
        <translation>Fermez les programmes qui ont ouvert ledger.db.</translation>
    </message>
    <message>
        <source>Close that metered browser and open it again with `labormeter browse`.</source>
        <translation>Fermez ce navigateur compté et rouvrez-le avec `labormeter browse`.</translation>
    </message>
    <message>
        <source>Close what uses these places and run the same command again.</source>
        <translation>Fermez ce qui utilise ces emplacements, puis recommencez.</translation>
    </message>
    <message>
        <source>Codes need segno, zxing-cpp and Pillow.</source>
        <translation>Les codes demandent segno, zxing-cpp et Pillow.</translation>
    </message>
    <message>
        <source>Conflicts of interest.</source>
        <translation>Conflits d&apos;intérêts.</translation>
    </message>
    <message>
        <source>Counts Amazon&apos;s letter captchas and little else yet; your shopping there then passes through this program&apos;s memory too, unread and unkept.</source>
        <translation>Compte les captchas à lettres d’Amazon et guère plus pour l’instant ; vos achats y passent alors aussi par la mémoire de ce programme, ni lus ni gardés.</translation>
    </message>
    <message>
        <source>Counts Google captchas; every Google search then passes through this program and may bring more captchas.</source>
        <translation>Compte les captchas de Google ; toute recherche Google passe alors par ce programme et peut amener davantage de captchas.</translation>
    </message>
    <message>
        <source>Counts are rounded to this.</source>
        <translation>Les nombres sont arrondis à ceci.</translation>
    </message>
    <message>
        <source>Counts how long you watch on YouTube, by what its player reports anyway: how long, and never what.</source>
        <translation>Compte le temps passé à regarder YouTube, d’après ce que son lecteur signale de toute façon : combien de temps, et jamais quoi.</translation>
    </message>
    <message>
        <source>Counts no Yandex captcha yet: what its answer looks like is in no public file. Say yes to teach it.</source>
        <translation>Ne compte encore aucun captcha de Yandex : sa réponse n’est décrite dans aucun fichier public. Dites oui pour l’apprendre.</translation>
    </message>
    <message>
        <source>Counts nothing at Airbnb yet: how a review leaves is in no public file. Say yes to teach it; your bookings then pass through this program&apos;s memory too, unread and unkept.</source>
        <translation>Ne compte encore rien chez Airbnb : la façon dont part un avis n’est dans aucun fichier public. Dites oui pour l’apprendre ; vos réservations passent alors aussi par la mémoire de ce programme, sans être lues ni gardées.</translation>
    </message>
    <message>
        <source>Counts nothing at Tripadvisor yet: how a review leaves is in no public file. Say yes to teach it.</source>
        <translation>Ne compte encore rien chez Tripadvisor : la façon dont part un avis n’est dans aucun fichier public. Dites oui pour l’apprendre.</translation>
    </message>
    <message>
        <source>Counts nothing at Uber yet: how stars leave is in no public file. Say yes to teach it; your trips then pass through this program&apos;s memory too, unread and unkept.</source>
        <translation>Ne compte encore rien chez Uber : la façon dont partent les étoiles n’est dans aucun fichier public. Dites oui pour l’apprendre ; vos trajets passent alors aussi par la mémoire de ce programme, sans être lus ni gardés.</translation>
    </message>
    <message>
        <source>Counts nothing at Yelp yet: how a review leaves is in no public file. Say yes to teach it.</source>
        <translation>Ne compte encore rien chez Yelp : la façon dont part un avis n’est dans aucun fichier public. Dites oui pour l’apprendre.</translation>
    </message>
    <message>
        <source>Counts what you write and mark in the channels of Discord servers; your direct messages then pass through this program&apos;s memory too, unread, uncounted and unkept.</source>
        <translation>Compte ce que vous écrivez et marquez dans les salons des serveurs Discord ; vos messages privés passent alors aussi par la mémoire de ce programme, ni lus, ni comptés, ni gardés.</translation>
    </message>
    <message>
        <source>Date of the approval.</source>
        <translation>Date de l&apos;avis.</translation>
    </message>
    <message>
        <source>Day by which the data are deleted.</source>
        <translation>Jour auquel les données sont effacées.</translation>
    </message>
    <message>
        <source>Delete those in the home folder when you need them no more.</source>
        <translation>Supprimez-les du dossier de labormeter quand vous n’en avez plus besoin.</translation>
    </message>
    <message>
        <source>Differential privacy: delta of all releases.</source>
        <translation>Confidentialité différentielle : delta de toutes les publications.</translation>
    </message>
    <message>
        <source>Differential privacy: epsilon of all releases.</source>
        <translation>Confidentialité différentielle : epsilon de toutes les publications.</translation>
    </message>
    <message>
        <source>Download it again, or give the folder.</source>
        <translation>Téléchargez-la de nouveau, ou donnez le dossier.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <source>Each purpose has a short name of its own.</source>
        <translation>Chaque finalité a un nom court à elle.</translation>
    </message>
    <message>
        <source>Each word once.</source>
        <translation>Chaque mot une seule fois.</translation>
    </message>
    <message>
        <source>Either true or false.</source>
        <translation>Soit true, soit false.</translation>
    </message>
    <message>
        <source>End it and start it again; what was committed is safe.</source>
        <translation>Arrêtez-le et relancez-le ; ce qui était enregistré est sauf.</translation>
    </message>
    <message>
        <source>End it with `labormeter shift stop`, or say --yes to both.</source>
        <translation>Arrêtez-le avec `labormeter shift stop`, ou dites --yes aux deux.</translation>
    </message>
    <message>
        <source>End its process, then try again.</source>
        <translation>Mettez fin à son processus, puis réessayez.</translation>
    </message>
    <message>
        <source>End the meter and start it again.</source>
        <translation>Arrêtez le compteur et relancez-le.</translation>
    </message>
    <message>
        <source>End the meter, and start it without --port.</source>
        <translation>Arrêtez le compteur et lancez-le sans --port.</translation>
    </message>
    <message>
        <source>End the meter; see which program listens there, and choose another port.</source>
        <translation>Arrêtez le compteur ; voyez quel programme écoute là, et choisissez un autre port.</translation>
    </message>
    <message>
        <source>Ethics approval</source>
        <translation>Avis éthique</translation>
    </message>
    <message>
        <source>Fewest people in a published cell.</source>
        <translation>Nombre minimal de personnes dans une cellule publiée.</translation>
    </message>
    <message>
        <source>Firefox, Settings, Network, Automatic proxy configuration URL: file://{script}.</source>
        <translation>Firefox, Paramètres, Paramètres réseau, Adresse de configuration automatique du proxy : file://{script}.</translation>
    </message>
    <message>
        <source>Firefox, Settings, Privacy, View Certificates, Authorities, Import: {certificate}, for websites.</source>
        <translation>Firefox, Paramètres, Vie privée, Afficher les certificats, Autorités, Importer : {certificate}, pour les sites web.</translation>
    </message>
    <message>
        <source>First day on which contributions are taken.</source>
        <translation>Premier jour où des contributions sont acceptées.</translation>
    </message>
    <message>
        <source>First month or week asked for, as 2027-01 or 2027-W01.</source>
        <translation>Premier mois ou première semaine demandés, comme 2027-01 ou 2027-W01.</translation>
    </message>
    <message>
        <source>Four words or more are better.</source>
        <translation>Quatre mots ou plus valent mieux.</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>De {least} à {most}.</translation>
    </message>
    <message>
        <source>GeoJSON (since 2023)</source>
        <translation>GeoJSON (depuis 2023)</translation>
    </message>
    <message>
        <source>GeoJSON of before</source>
        <translation>GeoJSON d’avant</translation>
    </message>
    <message>
        <source>Give --headless to browse without a window.</source>
        <translation>Ajoutez --headless pour naviguer sans fenêtre.</translation>
    </message>
    <message>
        <source>Give again.</source>
        <translation>Donnez de nouveau.</translation>
    </message>
    <message>
        <source>Give epsilon and delta, or neither.</source>
        <translation>Indiquez epsilon et delta, ou aucun des deux.</translation>
    </message>
    <message>
        <source>Give one like api.x.com.</source>
        <translation>Donnez-en un comme api.x.com.</translation>
    </message>
    <message>
        <source>Hand in a file instead.</source>
        <translation>Remettez plutôt un fichier.</translation>
    </message>
    <message>
        <source>Hand it on as a file.</source>
        <translation>Transmettez-la comme fichier.</translation>
    </message>
    <message>
        <source>Hand the file in another way, and tell the researchers.</source>
        <translation>Remettez le fichier autrement, et prévenez les chercheurs.</translation>
    </message>
    <message>
        <source>Handing in and method</source>
        <translation>Remise et méthode</translation>
    </message>
    <message>
        <source>How a contribution is taken back, and what stays afterwards.</source>
        <translation>Comment on reprend une contribution, et ce qui reste ensuite.</translation>
    </message>
    <message>
        <source>How long the data are kept, and why.</source>
        <translation>Combien de temps les données sont conservées, et pourquoi.</translation>
    </message>
    <message>
        <source>How participants reach somebody: address or telephone.</source>
        <translation>Comment joindre quelqu&apos;un : adresse ou téléphone.</translation>
    </message>
    <message>
        <source>How the data protection officer is reached.</source>
        <translation>Comment joindre le délégué à la protection des données.</translation>
    </message>
    <message>
        <source>In which country.</source>
        <translation>Dans quel pays.</translation>
    </message>
    <message>
        <source>In {place}, {fault}</source>
        <translation>Dans {place}, {fault}</translation>
    </message>
    <message>
        <source>In {place}: a row is no list of as many values as there are columns.</source>
        <translation>Dans {place} : une ligne n’est pas une liste d’autant de valeurs qu’il y a de colonnes.</translation>
    </message>
    <message>
        <source>In {place}: {fault}.</source>
        <translation>Dans {place} : {fault}.</translation>
    </message>
    <message>
        <source>Install Firefox or Chromium, then try again.</source>
        <translation>Installez Firefox ou Chromium, puis réessayez.</translation>
    </message>
    <message>
        <source>Install Python 3.13, then labormeter anew.</source>
        <translation>Installez Python 3.13, puis labormeter à nouveau.</translation>
    </message>
    <message>
        <source>Install anew.</source>
        <translation>Réinstallez.</translation>
    </message>
    <message>
        <source>Install labormeter with [capture] or [all].</source>
        <translation>Installez labormeter avec [capture] ou [all].</translation>
    </message>
    <message>
        <source>Install labormeter with [desktop], or write .html and print that from a browser.</source>
        <translation>Installez labormeter avec [desktop], ou écrivez un .html et imprimez-le depuis un navigateur.</translation>
    </message>
    <message>
        <source>Install labormeter with [research], or write CSV: every program that reads Parquet reads that.</source>
        <translation>Installez labormeter avec [research], ou écrivez du CSV : tout programme qui lit le Parquet le lit.</translation>
    </message>
    <message>
        <source>Install labormeter with [room] or [desktop].</source>
        <translation>Installez labormeter avec [room] ou [desktop].</translation>
    </message>
    <message>
        <source>Install mitmproxy=={tested}.</source>
        <translation>Installez mitmproxy=={tested}.</translation>
    </message>
    <message>
        <source>Install the NSS library (Debian: libnss3-tools), then try again.</source>
        <translation>Installez la bibliothèque NSS (Debian : libnss3-tools), puis réessayez.</translation>
    </message>
    <message>
        <source>Install {browser}, then try again.</source>
        <translation>Installez {browser}, puis réessayez.</translation>
    </message>
    <message>
        <source>Installed: {names}.</source>
        <translation>Installés : {names}.</translation>
    </message>
    <message>
        <source>It answers, and lets nobody into this computer.</source>
        <translation>Il répond, et ne laisse entrer personne dans cet ordinateur.</translation>
    </message>
    <message>
        <source>It cannot be opened.</source>
        <translation>Il ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>It could not be read within the memory and the time that a file may take.</source>
        <translation>Il n’a pas pu être lu avec la mémoire et dans le temps accordés à un fichier.</translation>
    </message>
    <message>
        <source>It could not be read within the memory and the time that a picture may take.</source>
        <translation>Elle n’a pas pu être lue avec la mémoire et dans le temps accordés à une image.</translation>
    </message>
    <message>
        <source>It counts by months, and a room compares weeks.</source>
        <translation>Elle compte par mois, et un atelier compare des semaines.</translation>
    </message>
    <message>
        <source>It does not say what kind of document it is.</source>
        <translation>Il ne dit pas quel genre de document il est.</translation>
    </message>
    <message>
        <source>It has 24 words; compare them with the printed page.</source>
        <translation>Il a 24 mots ; comparez-les avec la page imprimée.</translation>
    </message>
    <message>
        <source>It has a key twice, so that two programs could read two things in it.</source>
        <translation>Une clé y est deux fois, si bien que deux programmes pourraient y lire deux choses.</translation>
    </message>
    <message>
        <source>It has a number that is not whole.</source>
        <translation>Il contient un nombre qui n’est pas entier.</translation>
    </message>
    <message>
        <source>It is a PDF. A room takes cards, as files of JSON or pictures of their codes.</source>
        <translation>C’est un PDF. Un atelier prend des cartes : fichiers JSON, ou photos de leurs codes.</translation>
    </message>
    <message>
        <source>It is a database. Nobody else&apos;s ledger is opened here, only a card.</source>
        <translation>C’est une base de données. On n’ouvre ici le registre de personne d’autre, seulement une carte.</translation>
    </message>
    <message>
        <source>It is a minisign key of the researcher; a locked one needs its passphrase.</source>
        <translation>C&apos;est une clé minisign du chercheur ; verrouillée, il lui faut sa phrase secrète.</translation>
    </message>
    <message>
        <source>It is a minisign key; a locked one needs its passphrase.</source>
        <translation>C&apos;est une clé minisign ; verrouillée, il lui faut sa phrase secrète.</translation>
    </message>
    <message>
        <source>It is a withdrawal with rows.</source>
        <translation>C&apos;est un retrait qui contient des lignes.</translation>
    </message>
    <message>
        <source>It is a zip archive. A room takes cards alone: one file of JSON each.</source>
        <translation>C’est une archive zip. Un atelier ne prend que des cartes : un fichier JSON chacune.</translation>
    </message>
    <message>
        <source>It is larger than a document can be ({mb} MB).</source>
        <translation>Il est plus grand qu’un document ne peut l’être ({mb} Mo).</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Il est imbriqué trop profondément.</translation>
    </message>
    <message>
        <source>It is no JSON.</source>
        <translation>Ce n’est pas du JSON.</translation>
    </message>
    <message>
        <source>It is no contribution.</source>
        <translation>Ce n&apos;est pas une contribution.</translation>
    </message>
    <message>
        <source>It is no document of labormeter.</source>
        <translation>Ce n’est pas un document de labormeter.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>It is not sent yet: choose another folder.</source>
        <translation>Ce n&apos;est pas encore envoyé : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>It is packed. A room takes cards as they are: files of JSON.</source>
        <translation>Il est compressé. Un atelier prend les cartes telles quelles : des fichiers JSON.</translation>
    </message>
    <message>
        <source>It is sealed with a passphrase. Its owner opens it first.</source>
        <translation>Il est scellé par une phrase secrète. La personne à qui il est l’ouvre d’abord.</translation>
    </message>
    <message>
        <source>It is somebody&apos;s own ledger, exact and by source. A room takes cards alone.</source>
        <translation>C’est le registre même de quelqu’un, exact et par source. Un atelier ne prend que des cartes.</translation>
    </message>
    <message>
        <source>It is started again by itself; where that lasts, end the meter and start it anew.</source>
        <translation>Il repart de lui-même ; si cela dure, arrêtez le compteur et relancez-le.</translation>
    </message>
    <message>
        <source>It is there twice, to the last row: it is counted once.</source>
        <translation>Elle est là deux fois, à la ligne près : elle est comptée une fois.</translation>
    </message>
    <message>
        <source>It is too large to be opened</source>
        <translation>Il est trop grand pour être ouvert</translation>
    </message>
    <message>
        <source>It meters.</source>
        <translation>Il compte.</translation>
    </message>
    <message>
        <source>It speaks of days that lie ahead.</source>
        <translation>Il parle de jours à venir.</translation>
    </message>
    <message>
        <source>It speaks of {theirs}, and the room of {ours}: let it be made anew for these weeks.</source>
        <translation>Elle parle de {theirs}, et l’atelier de {ours} : qu’elle soit refaite pour ces semaines.</translation>
    </message>
    <message>
        <source>It was made for a study. A room takes cards alone.</source>
        <translation>Il a été fait pour une étude. Un atelier ne prend que des cartes.</translation>
    </message>
    <message>
        <source>It was made for another room: let it be made anew with this room&apos;s file.</source>
        <translation>Elle a été faite pour un autre atelier : qu’elle soit refaite avec le fichier de celui-ci.</translation>
    </message>
    <message>
        <source>It was written by a newer version of labormeter.</source>
        <translation>Il a été écrit par une version plus récente de labormeter.</translation>
    </message>
    <message>
        <source>Its description is no JSON</source>
        <translation>Sa description n’est pas du JSON</translation>
    </message>
    <message>
        <source>Its description is none</source>
        <translation>Sa description n’en est pas une</translation>
    </message>
    <message>
        <source>Its first and last period are no span of time that a document can have.</source>
        <translation>Sa première et sa dernière période ne forment pas une durée qu’un document puisse avoir.</translation>
    </message>
    <message>
        <source>Its handle is not two words of the list.</source>
        <translation>Son nom n’est pas deux mots de la liste.</translation>
    </message>
    <message>
        <source>Its list of files is not that of an export</source>
        <translation>Sa liste de fichiers n’est pas celle d’un export</translation>
    </message>
    <message>
        <source>Its rows are not for the study that it names.</source>
        <translation>Ses lignes ne sont pas pour l&apos;étude qu&apos;elle nomme.</translation>
    </message>
    <message>
        <source>Its signature does not hold.</source>
        <translation>Sa signature ne tient pas.</translation>
    </message>
    <message>
        <source>JSON by channel</source>
        <translation>JSON par salon</translation>
    </message>
    <message>
        <source>JSON files</source>
        <translation>fichiers JSON</translation>
    </message>
    <message>
        <source>JSON lists (to 2020)</source>
        <translation>listes JSON (jusqu’en 2020)</translation>
    </message>
    <message>
        <source>Join its parts first.</source>
        <translation>Réunissez d’abord ses parties.</translation>
    </message>
    <message>
        <source>Join its parts, or unpack them.</source>
        <translation>Réunissez ses parties, ou décompressez-les.</translation>
    </message>
    <message>
        <source>Keys cannot be written there ({reason}).</source>
        <translation>Impossible d&apos;écrire des clés là ({reason}).</translation>
    </message>
    <message>
        <source>Known biases: who installs such a program.</source>
        <translation>Biais connus : qui installe un tel programme.</translation>
    </message>
    <message>
        <source>Languages that participants may read it in.</source>
        <translation>Langues dans lesquelles on peut la lire.</translation>
    </message>
    <message>
        <source>Largest share of one person in a published sum, in percent.</source>
        <translation>Plus grande part d&apos;une personne dans une somme publiée, en pour cent.</translation>
    </message>
    <message>
        <source>Last day on which a contribution can be taken back.</source>
        <translation>Dernier jour où une contribution peut être reprise.</translation>
    </message>
    <message>
        <source>Last day on which contributions are taken.</source>
        <translation>Dernier jour où des contributions sont acceptées.</translation>
    </message>
    <message>
        <source>Last month or week asked for.</source>
        <translation>Dernier mois ou dernière semaine demandés.</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Droit</translation>
    </message>
    <message>
        <source>Legal basis in the GDPR.</source>
        <translation>Base légale selon le RGPD.</translation>
    </message>
    <message>
        <source>Let one be drawn.</source>
        <translation>Faites-en tirer un.</translation>
    </message>
    <message>
        <source>Lies before asked.from.</source>
        <translation>Se trouve avant asked.from.</translation>
    </message>
    <message>
        <source>Lies before the last contribution is taken.</source>
        <translation>Se trouve avant la dernière contribution acceptée.</translation>
    </message>
    <message>
        <source>Lies before the last day of withdrawal.</source>
        <translation>Se trouve avant le dernier jour de retrait.</translation>
    </message>
    <message>
        <source>Lies before valid_from.</source>
        <translation>Se trouve avant valid_from.</translation>
    </message>
    <message>
        <source>Look again in a moment.</source>
        <translation>Regardez à nouveau dans un instant.</translation>
    </message>
    <message>
        <source>Look at the rows again.</source>
        <translation>Regardez de nouveau les lignes.</translation>
    </message>
    <message>
        <source>Look whether its folder is still there.</source>
        <translation>Voyez si son dossier est encore là.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Faites de la place sur le disque.</translation>
    </message>
    <message>
        <source>Make room, or choose another.</source>
        <translation>Faites de la place, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Make space soon.</source>
        <translation>Faites bientôt de la place.</translation>
    </message>
    <message>
        <source>Make space; pages go on meanwhile, and the gap is recorded.</source>
        <translation>Faites de la place ; les pages continuent entre-temps, et l’interruption est notée.</translation>
    </message>
    <message>
        <source>Mend it, or make one: labormeter room --new FILE</source>
        <translation>Corrigez-le, ou faites-en un : labormeter room --new FICHIER</translation>
    </message>
    <message>
        <source>Mend the line or delete the file.</source>
        <translation>Corrigez la ligne ou supprimez le fichier.</translation>
    </message>
    <message>
        <source>Mend these lines under rates/, then run `labormeter rates check`.</source>
        <translation>Corrigez ces lignes sous rates/, puis lancez `labormeter rates check`.</translation>
    </message>
    <message>
        <source>Mend these lines.</source>
        <translation>Corrigez ces lignes.</translation>
    </message>
    <message>
        <source>Metered: {metered}. Passed through: too little to compare.</source>
        <translation>Compté : {metered}. Laissé passer : trop peu pour comparer.</translation>
    </message>
    <message>
        <source>Metered: {metered}. Passed through: {passed}. {verdict}</source>
        <translation>Compté : {metered}. Laissé passer : {passed}. {verdict}</translation>
    </message>
    <message>
        <source>Metering is paused.</source>
        <translation>Le comptage est en pause.</translation>
    </message>
    <message>
        <source>Metering needs mitmproxy.</source>
        <translation>Le comptage a besoin de mitmproxy.</translation>
    </message>
    <message>
        <source>Metering probably brings more captchas.</source>
        <translation>Le comptage amène sans doute plus de captchas.</translation>
    </message>
    <message>
        <source>Minimum age.</source>
        <translation>Âge minimal.</translation>
    </message>
    <message>
        <source>Missing in this language.</source>
        <translation>Manque dans cette langue.</translation>
    </message>
    <message>
        <source>Missing.</source>
        <translation>Manque.</translation>
    </message>
    <message>
        <source>Missing. At least one [[{name}]].</source>
        <translation>Manque. Au moins un [[{name}]].</translation>
    </message>
    <message>
        <source>Missing. One table of texts for each language, such as [text.en].</source>
        <translation>Manque. Une table de textes par langue, comme [text.en].</translation>
    </message>
    <message>
        <source>Missing. Say who approved the study, or `none` and why.</source>
        <translation>Manque. Dites qui a approuvé l&apos;étude, ou `none` et pourquoi.</translation>
    </message>
    <message>
        <source>Missing. {what}</source>
        <translation>Manque. {what}</translation>
    </message>
    <message>
        <source>Missing: participants may read it in this language.</source>
        <translation>Manque : les participants peuvent la lire dans cette langue.</translation>
    </message>
    <message>
        <source>Missing: what is asked has a reason.</source>
        <translation>Manque : ce qui est demandé a une raison.</translation>
    </message>
    <message>
        <source>More captchas came while passed through.</source>
        <translation>Il est venu plus de captchas sans comptage.</translation>
    </message>
    <message>
        <source>Most cells of one participant in one period.</source>
        <translation>Nombre maximal de cellules d&apos;une personne par période.</translation>
    </message>
    <message>
        <source>Most that one cell may say.</source>
        <translation>Le plus qu&apos;une cellule peut dire.</translation>
    </message>
    <message>
        <source>Move it, or choose --home.</source>
        <translation>Déplacez-le, ou choisissez --home.</translation>
    </message>
    <message>
        <source>My Activity, HTML</source>
        <translation>Mon activité, HTML</translation>
    </message>
    <message>
        <source>My Activity, JSON</source>
        <translation>Mon activité, JSON</translation>
    </message>
    <message>
        <source>No browser was found.</source>
        <translation>Aucun navigateur n’a été trouvé.</translation>
    </message>
    <message>
        <source>No certificate was made yet; the first metering makes it.</source>
        <translation>Aucun certificat n’existe encore ; le premier comptage le crée.</translation>
    </message>
    <message>
        <source>No control or direction characters, and no line breaks in a line.</source>
        <translation>Ni caractères de contrôle ou de direction, ni retours à la ligne dans une ligne.</translation>
    </message>
    <message>
        <source>No key of ours opens it, or it was changed.</source>
        <translation>Aucune de nos clés ne l&apos;ouvre, ou elle a été modifiée.</translation>
    </message>
    <message>
        <source>No ledger was begun yet.</source>
        <translation>Aucun registre n’est encore commencé.</translation>
    </message>
    <message>
        <source>No meter runs now.</source>
        <translation>Aucun compteur ne tourne en ce moment.</translation>
    </message>
    <message>
        <source>No meter runs now; browsers go straight.</source>
        <translation>Aucun compteur ne tourne en ce moment ; les navigateurs passent tout droit.</translation>
    </message>
    <message>
        <source>No metered browser was opened yet; `labormeter browse` makes its profile.</source>
        <translation>Aucun navigateur compté n’a encore été ouvert ; `labormeter browse` crée son profil.</translation>
    </message>
    <message>
        <source>No pack could be read: nothing is counted.</source>
        <translation>Aucun jeu de règles n’a pu être lu : rien n’est compté.</translation>
    </message>
    <message>
        <source>No page of a metered platform was counted yet.</source>
        <translation>Aucune page d’une plateforme comptée n’a encore été comptée.</translation>
    </message>
    <message>
        <source>No port was chosen yet.</source>
        <translation>Aucun port n’a encore été choisi.</translation>
    </message>
    <message>
        <source>No port was chosen yet; the first metering chooses it.</source>
        <translation>Aucun port n’est encore choisi ; le premier comptage le choisit.</translation>
    </message>
    <message>
        <source>No shift has begun.</source>
        <translation>Aucun service n’a commencé.</translation>
    </message>
    <message>
        <source>Not among the languages of the study.</source>
        <translation>Ne fait pas partie des langues de l&apos;étude.</translation>
    </message>
    <message>
        <source>Not everything could be removed.</source>
        <translation>Tout n’a pas pu être supprimé.</translation>
    </message>
    <message>
        <source>Nothing is metered just now ({reason}); pages go straight.</source>
        <translation>Rien n’est compté en ce moment ({reason}) ; les pages passent tout droit.</translation>
    </message>
    <message>
        <source>Nothing waits for this study.</source>
        <translation>Rien n&apos;attend pour cette étude.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message>
        <source>Nothing was made. Check the date of this computer.</source>
        <translation>Rien n&apos;a été fait. Vérifiez la date de cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing was sent; tell the researchers.</source>
        <translation>Rien n&apos;a été envoyé ; prévenez les chercheurs.</translation>
    </message>
    <message>
        <source>Number of the approval.</source>
        <translation>Numéro de l&apos;avis.</translation>
    </message>
    <message>
        <source>Number of this version of the study file.</source>
        <translation>Numéro de cette version du fichier d&apos;étude.</translation>
    </message>
    <message>
        <source>One card is wanted.</source>
        <translation>Il faut une carte.</translation>
    </message>
    <message>
        <source>One fault</source>
        <translation>Une faute</translation>
    </message>
    <message>
        <source>One of them is required: it is what taking part means.</source>
        <translation>L&apos;une d&apos;elles est requise : c&apos;est ce que participer veut dire.</translation>
    </message>
    <message>
        <source>One of {choices}.</source>
        <translation>L&apos;un de {choices}.</translation>
    </message>
    <message>
        <source>Only metered hosts are sent to 127.0.0.1:{port}, else straight.</source>
        <translation>Seuls les sites comptés passent par 127.0.0.1:{port}, le reste va tout droit.</translation>
    </message>
    <message>
        <source>Only the researchers can mend it: `labormeter study check FILE` shows them the same.</source>
        <translation>Seuls les chercheurs peuvent la corriger : `labormeter study check FILE` leur montre la même chose.</translation>
    </message>
    <message>
        <source>Open the metered browser once: it closes the folder again.</source>
        <translation>Ouvrez une fois le navigateur compté : il referme le dossier.</translation>
    </message>
    <message>
        <source>Open the metered browser: a new one is made.</source>
        <translation>Ouvrez le navigateur compté : un nouveau est créé.</translation>
    </message>
    <message>
        <source>Other people in the data, or that there are none.</source>
        <translation>Autres personnes dans les données, ou qu&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>Other users of this computer may enter a metered profile ({names}).</source>
        <translation>D’autres utilisateurs de cet ordinateur peuvent entrer dans un profil compté ({names}).</translation>
    </message>
    <message>
        <source>Parquet needs pyarrow.</source>
        <translation>Parquet demande pyarrow.</translation>
    </message>
    <message>
        <source>Platforms asked for.</source>
        <translation>Plateformes demandées.</translation>
    </message>
    <message>
        <source>Printing to PDF needs PySide6.</source>
        <translation>Imprimer en PDF demande PySide6.</translation>
    </message>
    <message>
        <source>Published counts are rounded to this.</source>
        <translation>Les nombres publiés sont arrondis à ceci.</translation>
    </message>
    <message>
        <source>Purposes and recipients</source>
        <translation>Finalités et destinataires</translation>
    </message>
    <message>
        <source>Python is older than 3.12.</source>
        <translation>Python est plus ancien que 3.12.</translation>
    </message>
    <message>
        <source>Record again where something is missing.</source>
        <translation>Enregistrez à nouveau s’il manque quelque chose.</translation>
    </message>
    <message>
        <source>Record again, without files and films.</source>
        <translation>Enregistrez à nouveau, sans fichiers ni films.</translation>
    </message>
    <message>
        <source>Refusing costs nothing.</source>
        <translation>Refuser ne coûte rien.</translation>
    </message>
    <message>
        <source>Risks, and who bears them: recognition, employers, distress.</source>
        <translation>Risques, et qui les porte : reconnaissance, employeur, malaise.</translation>
    </message>
    <message>
        <source>Rows by month or by week.</source>
        <translation>Lignes par mois ou par semaine.</translation>
    </message>
    <message>
        <source>Run `labormeter doctor`.</source>
        <translation>Lancez `labormeter doctor`.</translation>
    </message>
    <message>
        <source>Run: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n labormeter -i &quot;{certificate}&quot;</source>
        <translation>Lancez : certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n labormeter -i &quot;{certificate}&quot;</translation>
    </message>
    <message>
        <source>Run: security add-trusted-cert -r trustRoot -p ssl -k ~/Library/Keychains/login.keychain-db &quot;{certificate}&quot;</source>
        <translation>Lancez : security add-trusted-cert -r trustRoot -p ssl -k ~/Library/Keychains/login.keychain-db &quot;{certificate}&quot;</translation>
    </message>
    <message>
        <source>SHA-256 of the approval&apos;s document.</source>
        <translation>SHA-256 du document de l&apos;avis.</translation>
    </message>
    <message>
        <source>SHA-256 of the assessment, where one was made.</source>
        <translation>SHA-256 de l&apos;analyse d&apos;impact, s&apos;il y en a une.</translation>
    </message>
    <message>
        <source>Save one from the network panel of your browser&apos;s own tools.</source>
        <translation>Enregistrez-en un depuis le panneau réseau des outils de votre navigateur.</translation>
    </message>
    <message>
        <source>See `labormeter desktop status`.</source>
        <translation>Voyez `labormeter desktop status`.</translation>
    </message>
    <message>
        <source>See `labormeter doctor`.</source>
        <translation>Voyez `labormeter doctor`.</translation>
    </message>
    <message>
        <source>See `labormeter packs check FILE` for each.</source>
        <translation>Voyez `labormeter packs check FICHIER` pour chacune.</translation>
    </message>
    <message>
        <source>See `labormeter settings`.</source>
        <translation>Voyez `labormeter settings`.</translation>
    </message>
    <message>
        <source>See `labormeter study log`.</source>
        <translation>Voyez `labormeter study log`.</translation>
    </message>
    <message>
        <source>See `platforms list`.</source>
        <translation>Voyez `platforms list`.</translation>
    </message>
    <message>
        <source>See to its permissions, or choose another with --home.</source>
        <translation>Vérifiez ses droits, ou choisissez-en un autre avec --home.</translation>
    </message>
    <message>
        <source>See to the computer&apos;s clock, then open the metered browser anew.</source>
        <translation>Réglez l’horloge de l’ordinateur, puis rouvrez le navigateur compté.</translation>
    </message>
    <message>
        <source>See to the permissions and space of the home folder.</source>
        <translation>Vérifiez les droits et la place du dossier de labormeter.</translation>
    </message>
    <message>
        <source>See to the permissions and space of your state folder.</source>
        <translation>Vérifiez les droits et la place de votre dossier d’état.</translation>
    </message>
    <message>
        <source>See to the permissions of the home folder.</source>
        <translation>Vérifiez les droits du dossier de labormeter.</translation>
    </message>
    <message>
        <source>See to the permissions of the home folder; where they are right, please report it.</source>
        <translation>Vérifiez les droits du dossier de labormeter ; s’ils sont justes, merci de le signaler.</translation>
    </message>
    <message>
        <source>See to the permissions of your configuration folder.</source>
        <translation>Vérifiez les droits de votre dossier de configuration.</translation>
    </message>
    <message>
        <source>See whether date and time are right; acts of then keep the date they have.</source>
        <translation>Voyez si la date et l’heure sont justes ; les actes d’alors gardent leur date.</translation>
    </message>
    <message>
        <source>See whether it is locked.</source>
        <translation>Regardez s’il est verrouillé.</translation>
    </message>
    <message>
        <source>Set the computer&apos;s clock, best by the network.</source>
        <translation>Réglez l’horloge de l’ordinateur, de préférence par le réseau.</translation>
    </message>
    <message>
        <source>Set the desktop&apos;s proxy mode from &apos;none&apos; to &apos;automatic&apos;, so that it follows that script.</source>
        <translation>Passer le mode de proxy du bureau de « aucun » à « automatique », pour qu’il suive ce script.</translation>
    </message>
    <message>
        <source>Set the desktop&apos;s proxy script: only the metered hosts go to the meter, all else straight.</source>
        <translation>Régler le script de proxy du bureau : seuls les hôtes comptés vont au compteur, tout le reste va tout droit.</translation>
    </message>
    <message>
        <source>Sign-in, mail, banks and messengers stay closed whatever a pack says.</source>
        <translation>Connexions, courrier, banques et messageries restent fermés quoi que dise un jeu de règles.</translation>
    </message>
    <message>
        <source>Small letters, digits and dashes, 2 to 41 of them.</source>
        <translation>Minuscules, chiffres et tirets, de 2 à 41.</translation>
    </message>
    <message>
        <source>Some text.</source>
        <translation>Du texte.</translation>
    </message>
    <message>
        <source>Something else was made for this study meanwhile.</source>
        <translation>Autre chose a été fait pour cette étude entre-temps.</translation>
    </message>
    <message>
        <source>Start `labormeter meter` once, then try again.</source>
        <translation>Lancez une fois `labormeter meter`, puis réessayez.</translation>
    </message>
    <message>
        <source>Start it by `labormeter meter` and try again.</source>
        <translation>Lancez-le par `labormeter meter` et réessayez.</translation>
    </message>
    <message>
        <source>Start it by hand once, or choose another.</source>
        <translation>Lancez-le une fois à la main, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Start labormeter: it keeps the file aside and saves what can be read.</source>
        <translation>Lancez labormeter : il met le fichier de côté et sauve ce qui peut être lu.</translation>
    </message>
    <message>
        <source>Start metering again: it is kept aside and what can be saved is saved.</source>
        <translation>Relancez le comptage : il est mis de côté et ce qui peut être sauvé est sauvé.</translation>
    </message>
    <message>
        <source>Start one with `labormeter meter`, or by the window.</source>
        <translation>Lancez-en un avec `labormeter meter`, ou par la fenêtre.</translation>
    </message>
    <message>
        <source>Stop metering and start it again, then open the browser.</source>
        <translation>Arrêtez le comptage et relancez-le, puis ouvrez le navigateur.</translation>
    </message>
    <message>
        <source>Switch a platform off for a while with `labormeter platforms off`.</source>
        <translation>Coupez une plateforme pour un temps avec `labormeter platforms off`.</translation>
    </message>
    <message>
        <source>Switch it off first if it is not needed, or use `labormeter browse`.</source>
        <translation>Coupez-le d’abord s’il n’est pas nécessaire, ou utilisez `labormeter browse`.</translation>
    </message>
    <message>
        <source>System Settings, Network, Proxy: Use proxy auto configuration URL, file://{script} (Firefox; Chromium takes no file).</source>
        <translation>Configuration du système, Réseau, Proxy : utiliser l’URL de configuration automatique, file://{script} (Firefox ; Chromium ne prend pas de fichier).</translation>
    </message>
    <message>
        <source>System Settings, Network, your network, Details, Proxies: Automatic proxy configuration, URL file://{script} (Safari; Chromium does not take it).</source>
        <translation>Réglages Système, Réseau, votre réseau, Détails, Proxys : configuration automatique de proxy, URL file://{script} (Safari ; Chromium ne la prend pas).</translation>
    </message>
    <message>
        <source>Take a smaller one.</source>
        <translation>Prenez-en une plus petite.</translation>
    </message>
    <message>
        <source>Take the picture straight on, with the whole code and some white around it.</source>
        <translation>Prenez la photo bien en face, avec le code entier et un peu de blanc autour.</translation>
    </message>
    <message>
        <source>Taking part means saying yes to what the study is for; without it nothing is sent.</source>
        <translation>Participer, c&apos;est dire oui à l&apos;objet de l&apos;étude ; sans cela rien n&apos;est envoyé.</translation>
    </message>
    <message>
        <source>That is no difference that could not be chance.</source>
        <translation>Cette différence peut être due au hasard.</translation>
    </message>
    <message>
        <source>The PDF cannot be written there.</source>
        <translation>Le PDF ne peut pas être écrit là.</translation>
    </message>
    <message>
        <source>The board that approved the study.</source>
        <translation>Le comité qui a approuvé l&apos;étude.</translation>
    </message>
    <message>
        <source>The book has no exchange rate for {currency}.</source>
        <translation>Le livre n’a pas de cours pour {currency}.</translation>
    </message>
    <message>
        <source>The book has no {floor} floor of {country}.</source>
        <translation>Le livre n’a pas de plancher {floor} pour {country}.</translation>
    </message>
    <message>
        <source>The book of rates {version} of this program is not the one of the room file.</source>
        <translation>Le livre de tarifs {version} de ce programme n’est pas celui du fichier d’atelier.</translation>
    </message>
    <message>
        <source>The browser that you chose is not installed.</source>
        <translation>Le navigateur que vous avez choisi n’est pas installé.</translation>
    </message>
    <message>
        <source>The browser {name} was not found here.</source>
        <translation>Le navigateur {name} n’a pas été trouvé ici.</translation>
    </message>
    <message>
        <source>The certificate and its key do not fit together.</source>
        <translation>Le certificat et sa clé ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>The certificate could not be put into the metered browser&apos;s profile.</source>
        <translation>Le certificat n’a pas pu être placé dans le profil du navigateur compté.</translation>
    </message>
    <message>
        <source>The certificate could not be written ({fault}).</source>
        <translation>Le certificat n’a pas pu être écrit ({fault}).</translation>
    </message>
    <message>
        <source>The certificate is not in force today.</source>
        <translation>Le certificat n’est pas valable aujourd’hui.</translation>
    </message>
    <message>
        <source>The certificate names {hosts} hosts and holds {days} days more.</source>
        <translation>Sites nommés dans le certificat : {hosts}. Il vaut encore {days} jours.</translation>
    </message>
    <message>
        <source>The clock goes forward.</source>
        <translation>L’horloge avance.</translation>
    </message>
    <message>
        <source>The clock is years behind: certificates fail and acts get a wrong day.</source>
        <translation>L’horloge retarde de plusieurs années : les certificats échouent et les actes reçoivent un mauvais jour.</translation>
    </message>
    <message>
        <source>The clock was set back since the meter last ran.</source>
        <translation>L’horloge a été reculée depuis le dernier comptage.</translation>
    </message>
    <message>
        <source>The code in this picture holds more than a card can.</source>
        <translation>Le code de cette image contient plus qu’une carte ne peut contenir.</translation>
    </message>
    <message>
        <source>The code in this picture is no card of labormeter.</source>
        <translation>Le code de cette image n’est pas une carte de labormeter.</translation>
    </message>
    <message>
        <source>The desktop does not take the proxy setting.</source>
        <translation>Le bureau n’accepte pas le réglage du proxy.</translation>
    </message>
    <message>
        <source>The desktop is metered already.</source>
        <translation>Le bureau est déjà compté.</translation>
    </message>
    <message>
        <source>The desktop&apos;s proxy script is not the present one.</source>
        <translation>Le script de proxy du bureau n’est pas l’actuel.</translation>
    </message>
    <message>
        <source>The desktop&apos;s proxy settings are locked by an administrator.</source>
        <translation>Les réglages de proxy du bureau sont verrouillés par un administrateur.</translation>
    </message>
    <message>
        <source>The desktop&apos;s proxy settings cannot be read.</source>
        <translation>Les réglages de proxy du bureau ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>The directory of {name} is broken.</source>
        <translation>Le répertoire de {name} est abîmé.</translation>
    </message>
    <message>
        <source>The disk is full: the ledger cannot grow.</source>
        <translation>Le disque est plein : le registre ne peut pas grandir.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written.</source>
        <translation>Le disque est plein : {path} n’a pas été écrit.</translation>
    </message>
    <message>
        <source>The draft does not hold by itself: {fault}</source>
        <translation>L’ébauche ne tient pas d’elle-même : {fault}</translation>
    </message>
    <message>
        <source>The environment names a proxy, which browsers may obey instead.</source>
        <translation>L’environnement nomme un proxy, auquel les navigateurs pourraient obéir à la place.</translation>
    </message>
    <message>
        <source>The file is damaged, or no zip</source>
        <translation>Le fichier est abîmé, ou n’est pas un zip</translation>
    </message>
    <message>
        <source>The file is not TOML ({fault}).</source>
        <translation>Le fichier n&apos;est pas du TOML ({fault}).</translation>
    </message>
    <message>
        <source>The file is not UTF-8.</source>
        <translation>Le fichier n&apos;est pas en UTF-8.</translation>
    </message>
    <message>
        <source>The file of the ledger cannot be reached.</source>
        <translation>Le fichier du registre est hors d’atteinte.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written ({fault}).</source>
        <translation>Le fichier {file} ne peut pas être écrit ({fault}).</translation>
    </message>
    <message>
        <source>The file {file} is not a ledger.</source>
        <translation>Le fichier {file} n’est pas un registre.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used ({fault}).</source>
        <translation>Le dossier {folder} ne peut pas être utilisé ({fault}).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}).</source>
        <translation>Le dossier {folder} ne peut pas être écrit ({fault}).</translation>
    </message>
    <message>
        <source>The home folder cannot be written.</source>
        <translation>Le dossier de labormeter ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The key for this quarter cannot be kept.</source>
        <translation>La clé de ce trimestre ne peut pas être gardée.</translation>
    </message>
    <message>
        <source>The ledger cannot be written, so that nothing new is kept.</source>
        <translation>Le registre ne peut pas être écrit : rien de nouveau n’est gardé.</translation>
    </message>
    <message>
        <source>The ledger cannot be written.</source>
        <translation>Le registre ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>The ledger holds a text that no export may carry, so nothing was written.</source>
        <translation>Le registre contient un texte qu’aucun export ne peut porter ; rien n’a donc été écrit.</translation>
    </message>
    <message>
        <source>The ledger is damaged and cannot be set aside ({fault}).</source>
        <translation>Le registre est abîmé et ne peut pas être mis de côté ({fault}).</translation>
    </message>
    <message>
        <source>The ledger is damaged.</source>
        <translation>Le registre est abîmé.</translation>
    </message>
    <message>
        <source>The ledger is of an earlier version; the next start updates it.</source>
        <translation>Le registre est d’une version antérieure ; le prochain démarrage le met à jour.</translation>
    </message>
    <message>
        <source>The ledger was written by labormeter {theirs}, and this is labormeter {ours}.</source>
        <translation>Le registre a été écrit par labormeter {theirs}, et ceci est labormeter {ours}.</translation>
    </message>
    <message>
        <source>The meter does not end.</source>
        <translation>Le compteur ne s’arrête pas.</translation>
    </message>
    <message>
        <source>The meter ended before it was ready.</source>
        <translation>Le compteur s’est arrêté avant d’être prêt.</translation>
    </message>
    <message>
        <source>The meter gave no sign of life for a minute.</source>
        <translation>Le compteur n’a pas donné signe de vie depuis une minute.</translation>
    </message>
    <message>
        <source>The meter has no ledger yet.</source>
        <translation>Le compteur n’a pas encore de registre.</translation>
    </message>
    <message>
        <source>The meter has not answered a wish yet.</source>
        <translation>Le compteur n’a pas encore répondu à une demande.</translation>
    </message>
    <message>
        <source>The meter listens on {listening}, and browsers are sent to {port}.</source>
        <translation>Le compteur écoute sur {listening}, et les navigateurs sont envoyés vers {port}.</translation>
    </message>
    <message>
        <source>The meter that runs has no key for {browser} yet.</source>
        <translation>Le compteur qui tourne n’a pas encore de clé pour {browser}.</translation>
    </message>
    <message>
        <source>The meter was not ready in time.</source>
        <translation>Le compteur n’a pas été prêt à temps.</translation>
    </message>
    <message>
        <source>The passphrase does not open this file, or the file is damaged.</source>
        <translation>La phrase de passe n’ouvre pas ce fichier, ou le fichier est abîmé.</translation>
    </message>
    <message>
        <source>The principal investigator.</source>
        <translation>L&apos;investigateur principal.</translation>
    </message>
    <message>
        <source>The research question.</source>
        <translation>La question de recherche.</translation>
    </message>
    <message>
        <source>The room file cannot be opened.</source>
        <translation>Le fichier d’atelier ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>The room file cannot be used:
  {faults}</source>
        <translation>Le fichier d’atelier est inutilisable :
  {faults}</translation>
    </message>
    <message>
        <source>The secret for studies is damaged.</source>
        <translation>Le secret des études est endommagé.</translation>
    </message>
    <message>
        <source>The sheet cannot be opened.</source>
        <translation>La feuille ne peut pas être ouverte.</translation>
    </message>
    <message>
        <source>The signature of this study does not hold: it was changed after it was signed.</source>
        <translation>La signature de cette étude ne tient pas : elle a été modifiée après avoir été signée.</translation>
    </message>
    <message>
        <source>The start at login could not be written ({fault}).</source>
        <translation>Le lancement à la connexion n’a pas pu être écrit ({fault}).</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>L&apos;étude</translation>
    </message>
    <message>
        <source>The study asks for a time that has not begun.</source>
        <translation>L&apos;étude demande une période qui n&apos;a pas commencé.</translation>
    </message>
    <message>
        <source>The study does not take contributions in this way.</source>
        <translation>L&apos;étude n&apos;accepte pas de contributions par cette voie.</translation>
    </message>
    <message>
        <source>The study takes contributions from {first} to {last}; this computer says {today}.</source>
        <translation>L&apos;étude accepte des contributions du {first} au {last} ; cet ordinateur dit {today}.</translation>
    </message>
    <message>
        <source>The study&apos;s address is no Nextcloud file drop (https://host/s/...).</source>
        <translation>L&apos;adresse de l&apos;étude n&apos;est pas un dépôt Nextcloud (https://serveur/s/...).</translation>
    </message>
    <message>
        <source>Then open https://{host}/ to see whether it works.</source>
        <translation>Ouvrez ensuite https://{host}/ pour voir si cela fonctionne.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Il y a : {names}.</translation>
    </message>
    <message>
        <source>There is no code in {name} that can be read.</source>
        <translation>Il n’y a pas de code lisible dans {name}.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Il n’y a pas de fichier {name}.</translation>
    </message>
    <message>
        <source>There is no import {number}.</source>
        <translation>Il n’y a pas d’import {number}.</translation>
    </message>
    <message>
        <source>There is no platform {name}.</source>
        <translation>Il n’y a pas de plateforme {name}.</translation>
    </message>
    <message>
        <source>There is no purpose {purpose}; there are {others}.</source>
        <translation>Il n&apos;y a pas de finalité {purpose} ; il y a {others}.</translation>
    </message>
    <message>
        <source>There is no screen here.</source>
        <translation>Il n’y a pas d’écran ici.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Ce champ n&apos;existe pas.</translation>
    </message>
    <message>
        <source>There is no such field; a study can ask for nothing else.</source>
        <translation>Ce champ n&apos;existe pas ; une étude ne peut rien demander d&apos;autre.</translation>
    </message>
    <message>
        <source>There is no such text.</source>
        <translation>Ce texte n&apos;existe pas.</translation>
    </message>
    <message>
        <source>There is no {words} here.</source>
        <translation>Il n&apos;y a pas de {words} ici.</translation>
    </message>
    <message>
        <source>There is space.</source>
        <translation>Il y a de la place.</translation>
    </message>
    <message>
        <source>This card is too large for one code.</source>
        <translation>Cette carte est trop grande pour un seul code.</translation>
    </message>
    <message>
        <source>This contribution is larger than the study allows.</source>
        <translation>Cette contribution est plus grande que l&apos;étude ne le permet.</translation>
    </message>
    <message>
        <source>This is no age recipient (age1...).</source>
        <translation>Ce n&apos;est pas un destinataire age (age1...).</translation>
    </message>
    <message>
        <source>This is no document that can be used. {faults}</source>
        <translation>Ce n’est pas un document utilisable. {faults}</translation>
    </message>
    <message>
        <source>This is no full export of labormeter.</source>
        <translation>Ce n’est pas un export complet de labormeter.</translation>
    </message>
    <message>
        <source>This is no group sheet that can be used.</source>
        <translation>Ce n’est pas une feuille de groupe utilisable.</translation>
    </message>
    <message>
        <source>This is no signed study.</source>
        <translation>Ce n&apos;est pas une étude signée.</translation>
    </message>
    <message>
        <source>This is no study that this version reads.</source>
        <translation>Ce n&apos;est pas une étude que cette version lit.</translation>
    </message>
    <message>
        <source>This is no withdrawal code: a word is wrong, missing or in another place.</source>
        <translation>Ce n&apos;est pas un code de retrait : un mot est faux, manque ou est à une autre place.</translation>
    </message>
    <message>
        <source>This part could not be examined ({fault}).</source>
        <translation>Cette partie n’a pas pu être examinée ({fault}).</translation>
    </message>
    <message>
        <source>This secret key cannot be used.</source>
        <translation>Cette clé secrète ne peut pas servir.</translation>
    </message>
    <message>
        <source>This study cannot be loaded. {many}:
{told}
</source>
        <translation>Cette étude ne peut pas être chargée. {many} :
{told}
</translation>
    </message>
    <message>
        <source>This system has no Run key.</source>
        <translation>Ce système n’a pas de clé Run.</translation>
    </message>
    <message>
        <source>This text is too long for one code.</source>
        <translation>Ce texte est trop long pour un seul code.</translation>
    </message>
    <message>
        <source>This time is private: nothing is opened.</source>
        <translation>Ce temps est privé : rien n’est ouvert.</translation>
    </message>
    <message>
        <source>This version reads studies of format {number}.</source>
        <translation>Cette version lit des études du format {number}.</translation>
    </message>
    <message>
        <source>Title of the study.</source>
        <translation>Titre de l&apos;étude.</translation>
    </message>
    <message>
        <source>To undo: choose what was there before, and delete the certificate: certutil -d sql:$HOME/.pki/nssdb -D -n labormeter.</source>
        <translation>Pour revenir en arrière : choisissez ce qui y était, et supprimez le certificat : certutil -d sql:$HOME/.pki/nssdb -D -n labormeter.</translation>
    </message>
    <message>
        <source>To undo: choose what was there before, and delete the certificate: security delete-certificate -t -c &quot;{name}&quot;.</source>
        <translation>Pour revenir en arrière : choisissez ce qui y était, et supprimez le certificat : security delete-certificate -t -c &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>To undo: choose what was there before, and delete {name} under Authorities.</source>
        <translation>Pour revenir en arrière : choisissez ce qui était là avant, et supprimez {name} sous Autorités.</translation>
    </message>
    <message>
        <source>Transfers to other countries, or that there are none.</source>
        <translation>Transferts vers d&apos;autres pays, ou qu&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>Trust this installation&apos;s certificate in {store} (read by Chromium, Chrome, Edge, Brave ...). It can vouch for the metered hosts and for nothing else.</source>
        <translation>Se fier au certificat de cette installation dans {store} (lu par Chromium, Chrome, Edge, Brave ...). Il peut se porter garant des hôtes comptés et de rien d’autre.</translation>
    </message>
    <message>
        <source>Try again after a login.</source>
        <translation>Réessayez après une nouvelle ouverture de session.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Essayez encore.</translation>
    </message>
    <message>
        <source>Unpack it and give the folder, or ask for zip.</source>
        <translation>Décompressez-la et donnez le dossier, ou demandez un zip.</translation>
    </message>
    <message>
        <source>Unset it for your session, or use `labormeter browse`.</source>
        <translation>Retirez-le pour votre session, ou utilisez `labormeter browse`.</translation>
    </message>
    <message>
        <source>Update labormeter, or choose another folder with --home.</source>
        <translation>Mettez labormeter à jour, ou choisissez un autre dossier avec --home.</translation>
    </message>
    <message>
        <source>Update labormeter.</source>
        <translation>Mettez labormeter à jour.</translation>
    </message>
    <message>
        <source>Update labormeter; platforms change how they speak.</source>
        <translation>Mettez labormeter à jour ; les plateformes changent leur façon de parler.</translation>
    </message>
    <message>
        <source>Use `labormeter browse`, which does not need them.</source>
        <translation>Utilisez `labormeter browse`, qui n’en a pas besoin.</translation>
    </message>
    <message>
        <source>Use small letters, digits and hyphens.</source>
        <translation>Utilisez des minuscules, des chiffres et des traits d’union.</translation>
    </message>
    <message>
        <source>Use the program that the room file was made with, or make a new room file.</source>
        <translation>Utilisez le programme avec lequel le fichier d’atelier a été fait, ou faites-en un nouveau.</translation>
    </message>
    <message>
        <source>Version of the rate book that the study values by.</source>
        <translation>Version du recueil de tarifs selon lequel l&apos;étude évalue.</translation>
    </message>
    <message>
        <source>Vulnerable groups, or that there are none.</source>
        <translation>Groupes vulnérables, ou qu&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>WP 248: data on a large scale.</source>
        <translation>WP 248 : données à grande échelle.</translation>
    </message>
    <message>
        <source>WP 248: data sets are matched or combined.</source>
        <translation>WP 248 : des jeux de données sont croisés ou combinés.</translation>
    </message>
    <message>
        <source>WP 248: decisions about people are made by a program.</source>
        <translation>WP 248 : un programme décide au sujet de personnes.</translation>
    </message>
    <message>
        <source>WP 248: new technology. Metering is new.</source>
        <translation>WP 248 : technologie nouvelle. Le comptage l&apos;est.</translation>
    </message>
    <message>
        <source>WP 248: people are evaluated or scored.</source>
        <translation>WP 248 : des personnes sont évaluées ou notées.</translation>
    </message>
    <message>
        <source>WP 248: people are watched systematically. Metering is, in part.</source>
        <translation>WP 248 : des personnes sont observées systématiquement. Le comptage l&apos;est, en partie.</translation>
    </message>
    <message>
        <source>WP 248: people could lose a right, a service or a contract by it.</source>
        <translation>WP 248 : des personnes pourraient y perdre un droit, un service ou un contrat.</translation>
    </message>
    <message>
        <source>WP 248: sensitive data, or very personal ones.</source>
        <translation>WP 248 : données sensibles, ou très personnelles.</translation>
    </message>
    <message>
        <source>WP 248: the data are of vulnerable people, employees and pupils included.</source>
        <translation>WP 248 : données de personnes vulnérables, salariés et élèves compris.</translation>
    </message>
    <message>
        <source>What answers at the meter&apos;s port is not our door.</source>
        <translation>Ce qui répond au port du compteur n’est pas notre porte.</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Ce qui est demandé</translation>
    </message>
    <message>
        <source>What is published, and where.</source>
        <translation>Ce qui est publié, et où.</translation>
    </message>
    <message>
        <source>What it is about, for somebody who is no researcher.</source>
        <translation>De quoi il s&apos;agit, pour qui n&apos;est pas chercheur.</translation>
    </message>
    <message>
        <source>What participants read</source>
        <translation>Ce que lisent les participants</translation>
    </message>
    <message>
        <source>What the screening for an impact assessment found.</source>
        <translation>Résultat de l&apos;examen préalable à une analyse d&apos;impact.</translation>
    </message>
    <message>
        <source>What waits for this study is not what was made.</source>
        <translation>Ce qui attend pour cette étude n&apos;est pas ce qui a été fait.</translation>
    </message>
    <message>
        <source>What was agreed to cannot be read.</source>
        <translation>Ce qui a été accepté est illisible.</translation>
    </message>
    <message>
        <source>When and how participants hear of the results.</source>
        <translation>Quand et comment les participants apprennent les résultats.</translation>
    </message>
    <message>
        <source>When releases are made.</source>
        <translation>Quand les publications sont faites.</translation>
    </message>
    <message>
        <source>Where participants may complain.</source>
        <translation>Où les participants peuvent se plaindre.</translation>
    </message>
    <message>
        <source>Where the data are kept.</source>
        <translation>Où les données sont conservées.</translation>
    </message>
    <message>
        <source>Where the study is registered.</source>
        <translation>Où l&apos;étude est enregistrée.</translation>
    </message>
    <message>
        <source>Where your network lets nothing out without it, use your usual browser: it is not metered.</source>
        <translation>Là où votre réseau ne laisse rien sortir sans lui, utilisez votre navigateur habituel : il n’est pas compté.</translation>
    </message>
    <message>
        <source>Whether an age band is asked for.</source>
        <translation>Si une tranche d&apos;âge est demandée.</translation>
    </message>
    <message>
        <source>Whether an invitation code is needed.</source>
        <translation>S&apos;il faut un code d&apos;invitation.</translation>
    </message>
    <message>
        <source>Whether contributions may be handed in as files.</source>
        <translation>Si des contributions peuvent être remises en fichiers.</translation>
    </message>
    <message>
        <source>Whether measured seconds are asked for.</source>
        <translation>Si les secondes mesurées sont demandées.</translation>
    </message>
    <message>
        <source>Whether other studies may use the data.</source>
        <translation>Si d&apos;autres études peuvent utiliser les données.</translation>
    </message>
    <message>
        <source>Whether the country is asked for.</source>
        <translation>Si le pays est demandé.</translation>
    </message>
    <message>
        <source>Whether the data are used commercially.</source>
        <translation>Si les données ont un usage commercial.</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Qui demande</translation>
    </message>
    <message>
        <source>Who can decrypt contributions.</source>
        <translation>Qui peut déchiffrer les contributions.</translation>
    </message>
    <message>
        <source>Who is responsible for the data (the institution).</source>
        <translation>Qui est responsable des données (l&apos;institution).</translation>
    </message>
    <message>
        <source>Who pays for the study.</source>
        <translation>Qui finance l&apos;étude.</translation>
    </message>
    <message>
        <source>Why measured seconds.</source>
        <translation>Pourquoi les secondes mesurées.</translation>
    </message>
    <message>
        <source>Why refusing costs nothing, also where a teacher or employer asks.</source>
        <translation>Pourquoi refuser ne coûte rien, même si un enseignant ou un employeur demande.</translation>
    </message>
    <message>
        <source>Why the age band.</source>
        <translation>Pourquoi la tranche d&apos;âge.</translation>
    </message>
    <message>
        <source>Why the country.</source>
        <translation>Pourquoi le pays.</translation>
    </message>
    <message>
        <source>Why there is no approval; shown in red.</source>
        <translation>Pourquoi il n&apos;y a pas d&apos;avis ; affiché en rouge.</translation>
    </message>
    <message>
        <source>Why these activities.</source>
        <translation>Pourquoi ces activités.</translation>
    </message>
    <message>
        <source>Why these platforms.</source>
        <translation>Pourquoi ces plateformes.</translation>
    </message>
    <message>
        <source>Why this time, and this grain.</source>
        <translation>Pourquoi cette période, et cette finesse.</translation>
    </message>
    <message>
        <source>Windows takes no script from a file: use the metered browser (`labormeter browse`).</source>
        <translation>Windows ne prend pas de script dans un fichier : utilisez le navigateur compté (`labormeter browse`).</translation>
    </message>
    <message>
        <source>With this grain it is written {example}.</source>
        <translation>Avec cette finesse, cela s&apos;écrit {example}.</translation>
    </message>
    <message>
        <source>Write the draft to a file with -o, and join them by hand.</source>
        <translation>Écrivez l’ébauche dans un fichier avec -o, et joignez-les à la main.</translation>
    </message>
    <message>
        <source>Write the pack by hand; docs/packs.md explains how.</source>
        <translation>Écrivez le jeu de règles à la main ; docs/packs.md explique comment.</translation>
    </message>
    <message>
        <source>`labormeter desktop off` puts everything back.</source>
        <translation>`labormeter desktop off` remet tout en place.</translation>
    </message>
    <message>
        <source>`labormeter desktop off`, then `labormeter desktop on`.</source>
        <translation>`labormeter desktop off`, puis `labormeter desktop on`.</translation>
    </message>
    <message>
        <source>`labormeter desktop status` tells how to do it by hand; `browse` needs none of it.</source>
        <translation>`labormeter desktop status` dit comment le faire à la main ; `browse` n’a besoin de rien de tout cela.</translation>
    </message>
    <message>
        <source>`labormeter import --list` shows them.</source>
        <translation>`labormeter import --list` les montre.</translation>
    </message>
    <message>
        <source>a file beside each photo</source>
        <translation>un fichier à côté de chaque photo</translation>
    </message>
    <message>
        <source>a row lies outside the periods that the file names</source>
        <translation>une ligne est hors des périodes que le fichier nomme</translation>
    </message>
    <message>
        <source>a row stands there twice</source>
        <translation>une ligne y est deux fois</translation>
    </message>
    <message>
        <source>a table is missing</source>
        <translation>il manque une table</translation>
    </message>
    <message>
        <source>a word is missing that the format asks for</source>
        <translation>il manque un mot que le format demande</translation>
    </message>
    <message>
        <source>amount, country, source and date: there is another line.</source>
        <translation>amount, country, source et date : il y a une autre ligne.</translation>
    </message>
    <message>
        <source>amount: an amount by the hour is wanted, as 11.88.</source>
        <translation>amount : il faut un montant de l’heure, comme 11.88.</translation>
    </message>
    <message>
        <source>an ISO week is wanted, as 2026-W43</source>
        <translation>il faut une semaine ISO, comme 2026-W43</translation>
    </message>
    <message>
        <source>an ISO week is wanted, as 2026-W46</source>
        <translation>il faut une semaine ISO, comme 2026-W46</translation>
    </message>
    <message>
        <source>bare entries</source>
        <translation>entrées sans nom</translation>
    </message>
    <message>
        <source>breaks off</source>
        <translation>est interrompu</translation>
    </message>
    <message>
        <source>breaks off, or is not JSON</source>
        <translation>est interrompu, ou n’est pas du JSON</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>ne peut pas être lu ({why})</translation>
    </message>
    <message>
        <source>currency: the book of rates has no exchange rate for it.</source>
        <translation>currency : le livre des tarifs n’en a pas le cours.</translation>
    </message>
    <message>
        <source>date: an ISO date is wanted, since when it is in force.</source>
        <translation>date : il faut une date ISO, depuis quand il est en vigueur.</translation>
    </message>
    <message>
        <source>deleted posts stand in a file of their own</source>
        <translation>les publications supprimées sont dans un fichier à part</translation>
    </message>
    <message>
        <source>en or fr is wanted</source>
        <translation>il faut en ou fr</translation>
    </message>
    <message>
        <source>events</source>
        <translation>événements</translation>
    </message>
    <message>
        <source>first, last: from one to {most} weeks are wanted, the first before the last.</source>
        <translation>first, last : il faut de une à {most} semaines, la première avant la dernière.</translation>
    </message>
    <message>
        <source>first, last: there is no such week.</source>
        <translation>first, last : cette semaine n’existe pas.</translation>
    </message>
    <message>
        <source>grows beyond all measure when it is unpacked: a bomb</source>
        <translation>grandit sans mesure à la décompression : une bombe</translation>
    </message>
    <message>
        <source>has a line that is too long to be one</source>
        <translation>a une ligne trop longue pour en être une</translation>
    </message>
    <message>
        <source>has no column with a date</source>
        <translation>n’a pas de colonne avec une date</translation>
    </message>
    <message>
        <source>has no entry with a date</source>
        <translation>n’a pas d’entrée datée</translation>
    </message>
    <message>
        <source>has none of the columns that it should have, or is empty</source>
        <translation>n’a aucune des colonnes attendues, ou est vide</translation>
    </message>
    <message>
        <source>holds an entry that is too large to be one</source>
        <translation>contient une entrée trop grande pour en être une</translation>
    </message>
    <message>
        <source>holds no pin with a date</source>
        <translation>ne contient pas d’épingle datée</translation>
    </message>
    <message>
        <source>is HTML where CSV was expected: ask the platform for CSV</source>
        <translation>est en HTML au lieu de CSV : demandez le CSV à la plateforme</translation>
    </message>
    <message>
        <source>is HTML where JSON was expected: ask the platform for JSON</source>
        <translation>est en HTML au lieu de JSON : demandez le JSON à la plateforme</translation>
    </message>
    <message>
        <source>is HTML: ask the platform for JSON</source>
        <translation>en HTML : demandez le JSON à la plateforme</translation>
    </message>
    <message>
        <source>is a link, which is not followed</source>
        <translation>est un lien, qui n’est pas suivi</translation>
    </message>
    <message>
        <source>is broken</source>
        <translation>est abîmé</translation>
    </message>
    <message>
        <source>is broken: its sum is not what the archive says</source>
        <translation>est abîmé : sa somme n’est pas celle que dit l’archive</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is encrypted: unpack the archive with its password and give the folder</source>
        <translation>est chiffré : décompressez l’archive avec son mot de passe et donnez le dossier</translation>
    </message>
    <message>
        <source>is larger than the archive says</source>
        <translation>est plus grand que ne le dit l’archive</translation>
    </message>
    <message>
        <source>is no export that is known here: give the whole archive as it came</source>
        <translation>n’est pas un export connu ici : donnez l’archive entière, telle quelle</translation>
    </message>
    <message>
        <source>is not CSV, or is broken</source>
        <translation>n’est pas du CSV, ou est abîmé</translation>
    </message>
    <message>
        <source>is not JSON</source>
        <translation>n’est pas du JSON</translation>
    </message>
    <message>
        <source>is not JSON, or is broken</source>
        <translation>n’est pas du JSON, ou est abîmé</translation>
    </message>
    <message>
        <source>is not where the archive says it is</source>
        <translation>n’est pas là où le dit l’archive</translation>
    </message>
    <message>
        <source>is packed in a way that is not read: unpack the archive and give the folder</source>
        <translation>est compressé d’une façon qui n’est pas lue : décompressez l’archive et donnez le dossier</translation>
    </message>
    <message>
        <source>it has a line that no room file has.</source>
        <translation>il a une ligne qu’aucun fichier d’atelier n’a.</translation>
    </message>
    <message>
        <source>it is larger than a room file can be.</source>
        <translation>il est plus grand qu’un fichier d’atelier ne peut l’être.</translation>
    </message>
    <message>
        <source>it is no TOML.</source>
        <translation>ce n’est pas du TOML.</translation>
    </message>
    <message>
        <source>it is not written as it must be</source>
        <translation>ce n’est pas écrit comme il le faut</translation>
    </message>
    <message>
        <source>it is of the wrong type</source>
        <translation>le type n’est pas le bon</translation>
    </message>
    <message>
        <source>it must be exactly what the format says</source>
        <translation>il faut exactement ce que dit le format</translation>
    </message>
    <message>
        <source>labelled values (since 2025)</source>
        <translation>valeurs étiquetées (depuis 2025)</translation>
    </message>
    <message>
        <source>labormeter cannot change the proxy settings of this desktop.</source>
        <translation>labormeter ne peut pas changer les réglages de proxy de ce bureau.</translation>
    </message>
    <message>
        <source>labormeter {version} on Python {python}, mitmproxy {engine}, without the window.</source>
        <translation>labormeter {version} sur Python {python}, mitmproxy {engine}, sans la fenêtre.</translation>
    </message>
    <message>
        <source>labormeter {version} on Python {python}, mitmproxy {engine}.</source>
        <translation>labormeter {version} sur Python {python}, mitmproxy {engine}.</translation>
    </message>
    <message>
        <source>lists of 2018</source>
        <translation>listes de 2018</translation>
    </message>
    <message>
        <source>long posts stand among the posts as well</source>
        <translation>les longues publications sont aussi parmi les autres</translation>
    </message>
    <message>
        <source>media</source>
        <translation>médias</translation>
    </message>
    <message>
        <source>minimum_wage.{fault}</source>
        <translation>minimum_wage, {fault}</translation>
    </message>
    <message>
        <source>minimum_wage: amount, country, source and date are wanted.</source>
        <translation>minimum_wage : il faut amount, country, source et date.</translation>
    </message>
    <message>
        <source>mitmproxy is not installed: nothing can be metered.</source>
        <translation>mitmproxy n’est pas installé : rien ne peut être compté.</translation>
    </message>
    <message>
        <source>mitmproxy {found} is installed; {tested} was tested.</source>
        <translation>mitmproxy {found} est installé ; {tested} a été essayé.</translation>
    </message>
    <message>
        <source>n is more than gestures</source>
        <translation>n est plus grand que gestures</translation>
    </message>
    <message>
        <source>named entries (since 2019)</source>
        <translation>entrées nommées (depuis 2019)</translation>
    </message>
    <message>
        <source>named lists</source>
        <translation>listes nommées</translation>
    </message>
    <message>
        <source>names a place outside of the archive</source>
        <translation>désigne un endroit hors de l’archive</translation>
    </message>
    <message>
        <source>not as the format says</source>
        <translation>ce n’est pas comme le format le dit</translation>
    </message>
    <message>
        <source>pages of HTML</source>
        <translation>pages HTML</translation>
    </message>
    <message>
        <source>plain entries</source>
        <translation>entrées simples</translation>
    </message>
    <message>
        <source>posted is more than gestures</source>
        <translation>posted est plus grand que gestures</translation>
    </message>
    <message>
        <source>private messages are never read</source>
        <translation>les messages privés ne sont jamais lus</translation>
    </message>
    <message>
        <source>schema: this program reads {number}.</source>
        <translation>schema : ce programme lit le {number}.</translation>
    </message>
    <message>
        <source>seconds were measured of no act</source>
        <translation>des secondes sont mesurées pour aucun acte</translation>
    </message>
    <message>
        <source>sections of before 2024</source>
        <translation>rubriques d’avant 2024</translation>
    </message>
    <message>
        <source>sections of today</source>
        <translation>rubriques d’aujourd’hui</translation>
    </message>
    <message>
        <source>sixteen hexadecimal digits are wanted</source>
        <translation>il faut seize chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>smallest: a number from {least} to {most} is wanted.</source>
        <translation>smallest : il faut un nombre de {least} à {most}.</translation>
    </message>
    <message>
        <source>source: at most {most} characters.</source>
        <translation>source : au plus {most} caractères.</translation>
    </message>
    <message>
        <source>source: say where the figure is from, on one line.</source>
        <translation>source : dites d’où vient le chiffre, sur une ligne.</translation>
    </message>
    <message>
        <source>table {number}</source>
        <translation>la table {number}</translation>
    </message>
    <message>
        <source>text files</source>
        <translation>fichiers texte</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>le nombre est trop grand</translation>
    </message>
    <message>
        <source>the number is too small</source>
        <translation>le nombre est trop petit</translation>
    </message>
    <message>
        <source>there are more tables than the format has</source>
        <translation>il y a plus de tables que le format n’en a</translation>
    </message>
    <message>
        <source>there is a word that the format does not have</source>
        <translation>il y a un mot que le format n’a pas</translation>
    </message>
    <message>
        <source>three capitals are wanted, as EUR</source>
        <translation>il faut trois capitales, comme EUR</translation>
    </message>
    <message>
        <source>tweets.csv (before 2019)</source>
        <translation>tweets.csv (avant 2019)</translation>
    </message>
    <message>
        <source>two capitals are wanted, as FR</source>
        <translation>il faut deux capitales, comme FR</translation>
    </message>
    <message>
        <source>version and hash of a book of rates are wanted</source>
        <translation>il faut la version et l’empreinte d’un livre des tarifs</translation>
    </message>
    <message>
        <source>what advertisers were told is no act</source>
        <translation>ce qui a été dit aux annonceurs n’est pas un acte</translation>
    </message>
    <message>
        <source>what was hidden was not given to anybody</source>
        <translation>ce qui a été masqué n’a été donné à personne</translation>
    </message>
    <message>
        <source>what was read or watched is no act</source>
        <translation>ce qui a été lu ou regardé n’est pas un acte</translation>
    </message>
    <message>
        <source>{acts} acts, sound.</source>
        <translation>Actes : {acts}. Le registre est sain.</translation>
    </message>
    <message>
        <source>{acts} acts, sound; {aside} damaged before and kept aside.</source>
        <translation>Actes : {acts}. Le registre est sain ; abîmés auparavant et mis de côté : {aside}.</translation>
    </message>
    <message>
        <source>{amount}: a plain decimal is wanted, such as 0.001.</source>
        <translation>{amount} : il faut un nombre simple, tel que 0.001.</translation>
    </message>
    <message>
        <source>{amount}: above zero is wanted, and points are whole.</source>
        <translation>{amount} : il faut plus que zéro, et les points sont entiers.</translation>
    </message>
    <message>
        <source>{captchas} captchas on about {pages} pages, {rate} in 100 ({low} to {high})</source>
        <translation>{captchas} captchas sur environ {pages} pages, {rate} pour 100 (de {low} à {high})</translation>
    </message>
    <message>
        <source>{captchas} captchas on {pages} pages, {rate} in 100 ({low} to {high})</source>
        <translation>{captchas} captchas sur {pages} pages, {rate} pour 100 (de {low} à {high})</translation>
    </message>
    <message>
        <source>{column} has a value that is none of those of the format</source>
        <translation>{column} a une valeur qui n’est pas de celles du format</translation>
    </message>
    <message>
        <source>{column} is less than {least}</source>
        <translation>{column} est plus petit que {least}</translation>
    </message>
    <message>
        <source>{column} is more than is possible ({most})</source>
        <translation>{column} est plus grand que possible ({most})</translation>
    </message>
    <message>
        <source>{column} is negative</source>
        <translation>{column} est négatif</translation>
    </message>
    <message>
        <source>{column} must be text</source>
        <translation>{column} doit être du texte</translation>
    </message>
    <message>
        <source>{column} must be whole numbers</source>
        <translation>{column} doit être fait de nombres entiers</translation>
    </message>
    <message>
        <source>{count} faults</source>
        <translation>{count} fautes</translation>
    </message>
    <message>
        <source>{count} metered profiles, closed to other users; {opened} open now.</source>
        <translation>{count} profils comptés, fermés aux autres utilisateurs ; ouverts en ce moment : {opened}.</translation>
    </message>
    <message>
        <source>{faults} faults in packs of your own; these are left out.</source>
        <translation>Fautes dans vos propres jeux de règles : {faults} ; ceux-ci sont laissés de côté.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({fault}).</source>
        <translation>{file} ne peut pas être écrit ({fault}).</translation>
    </message>
    <message>
        <source>{file} is there already, and does not take this rule.</source>
        <translation>{file} existe déjà, et n’accepte pas cette règle.</translation>
    </message>
    <message>
        <source>{free} MB are free.</source>
        <translation>{free} Mo sont libres.</translation>
    </message>
    <message>
        <source>{free} MB are free: acts cannot be kept.</source>
        <translation>{free} Mo sont libres : les actes ne peuvent pas être gardés.</translation>
    </message>
    <message>
        <source>{host} belongs to another platform already.</source>
        <translation>{host} appartient déjà à une autre plateforme.</translation>
    </message>
    <message>
        <source>{host} is never opened.</source>
        <translation>{host} n’est jamais ouvert.</translation>
    </message>
    <message>
        <source>{host} is not the exact name of a host.</source>
        <translation>{host} n’est pas le nom exact d’un site.</translation>
    </message>
    <message>
        <source>{line}: {wanted}.</source>
        <translation>{line} : {wanted}.</translation>
    </message>
    <message>
        <source>{name} breaks off, or is no zip archive.</source>
        <translation>{name} est interrompue, ou n’est pas une archive zip.</translation>
    </message>
    <message>
        <source>{name} cannot be imported: it {trouble}.</source>
        <translation>{name} ne peut pas être importé : {trouble}.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}).</source>
        <translation>{name} est illisible ({reason}).</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <translation>{name} ne peut pas être lu ({why}).</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}).</source>
        <translation>{name} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>{name} has a line without an end</source>
        <translation>{name} a une ligne sans fin</translation>
    </message>
    <message>
        <source>{name} has a row with more or fewer values than columns</source>
        <translation>{name} a une ligne qui a plus ou moins de valeurs que de colonnes</translation>
    </message>
    <message>
        <source>{name} has a text where a number must be</source>
        <translation>{name} a un texte là où il faut un nombre</translation>
    </message>
    <message>
        <source>{name} has not the columns that it must have</source>
        <translation>{name} n’a pas les colonnes qu’il doit avoir</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} est vide.</translation>
    </message>
    <message>
        <source>{name} is larger than an export can be</source>
        <translation>{name} est plus grand qu’un export ne peut l’être</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read.</source>
        <translation>{name} n’est pas une image lisible.</translation>
    </message>
    <message>
        <source>{name} is no table</source>
        <translation>{name} n’est pas une table</translation>
    </message>
    <message>
        <source>{name} is not read as it is.</source>
        <translation>{name} n’est pas lue telle quelle.</translation>
    </message>
    <message>
        <source>{name} is part of a zip that was split.</source>
        <translation>{name} est une partie d’un zip découpé.</translation>
    </message>
    <message>
        <source>{name} is the last part of a zip that was split.</source>
        <translation>{name} est la dernière partie d’un zip découpé.</translation>
    </message>
    <message>
        <source>{name} is there already.</source>
        <translation>{name} existe déjà.</translation>
    </message>
    <message>
        <source>{name} is too large a picture.</source>
        <translation>{name} est une image trop grande.</translation>
    </message>
    <message>
        <source>{old} of {packs} packs were last reviewed over {days} days ago.</source>
        <translation>{old} jeux de règles sur {packs} ont été revus il y a plus de {days} jours.</translation>
    </message>
    <message>
        <source>{packs} packs, {own} of them your own.</source>
        <translation>{packs} jeux de règles, dont {own} à vous.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{unit}: choose POINT or one of {known}.</source>
        <translation>{unit} : choisissez POINT ou l’une de {known}.</translation>
    </message>
    <message>
        <source>{why}: nothing was imported.</source>
        <translation>{why} : rien n’a été importé.</translation>
    </message>
    <message>
        <source>A platform is written as facebook, x or bing.</source>
        <translation>Une plateforme s’écrit facebook, x ou bing.</translation>
    </message>
    <message>
        <source>Name a day that has begun.</source>
        <translation>Donnez un jour déjà commencé.</translation>
    </message>
</context>
<context>
    <name>LoginView</name>
    <message>
        <source>Start metering when I sign in</source>
        <translation>Commencer à compter quand j’ouvre ma session</translation>
    </message>
    <message>
        <source>Each start is announced on the desktop; it never runs hidden.</source>
        <translation>Chaque démarrage est annoncé sur le bureau ; rien ne tourne caché.</translation>
    </message>
</context>
<context>
    <name>LookingView</name>
    <message>
        <source>Whose price</source>
        <translation>Le prix de qui</translation>
    </message>
    <message>
        <source>By day, or over all weeks</source>
        <translation>Par jour, ou sur toutes les semaines</translation>
    </message>
    <message>
        <source>By metered day</source>
        <translation>Par jour relevé</translation>
    </message>
    <message>
        <source>Over all weeks</source>
        <translation>Sur toutes les semaines</translation>
    </message>
    <message>
        <source>Which acts</source>
        <translation>Quels gestes</translation>
    </message>
    <message>
        <source>Every act</source>
        <translation>Tous les gestes</translation>
    </message>
    <message>
        <source>What an act would be paid</source>
        <translation>Ce qu’un geste serait payé</translation>
    </message>
    <message>
        <source>My two words</source>
        <translation>Mes deux mots</translation>
    </message>
    <message>
        <source>Points at your own dot. Whoever sees this screen sees it too: use it alone.</source>
        <translation>Montre votre propre point. Qui voit cet écran le voit aussi : ne l’utilisez que seul·e.</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Gestes</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Quoi et où</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Une heure</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>Révélations</translation>
    </message>
    <message>
        <source>Captchas</source>
        <translation>Captchas</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Ranger ce message</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Is everything in order</source>
        <translation>Tout est-il en ordre</translation>
    </message>
    <message>
        <source>Metered browser</source>
        <translation>Navigateur compté</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Your own browsers instead</source>
        <translation>Plutôt vos propres navigateurs</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Go through set-up again</source>
        <translation>Refaire l’installation</translation>
    </message>
</context>
<context>
    <name>OwnCardView</name>
    <message>
        <source>Draw again</source>
        <translation>Tirer à nouveau</translation>
    </message>
    <message>
        <source>Open the room&apos;s file</source>
        <translation>Ouvrir le fichier de l’atelier</translation>
    </message>
    <message>
        <source>Without a room</source>
        <translation>Sans atelier</translation>
    </message>
    <message>
        <source>Count me in the total only</source>
        <translation>Me compter dans le total seulement</translation>
    </message>
    <message>
        <source>With the practice site</source>
        <translation>Avec le site d’entraînement</translation>
    </message>
    <message>
        <source>You are %1: nobody else knows it.</source>
        <translation>Vous êtes %1 : personne d’autre ne le sait.</translation>
    </message>
    <message>
        <source>Weeks %1 to %2, by %3</source>
        <translation>Semaines %1 à %2, selon %3</translation>
    </message>
</context>
<context>
    <name>OwnView</name>
    <message>
        <source>Whoever gets hold of the certificate&apos;s key could then impersonate the metered sites, and no others, to every browser of yours.</source>
        <translation>Qui mettrait la main sur la clé du certificat pourrait alors se faire passer pour les sites comptés, et pour aucun autre, auprès de chacun de vos navigateurs.</translation>
    </message>
    <message>
        <source>I have read what is changed</source>
        <translation>J’ai lu ce qui est changé</translation>
    </message>
    <message>
        <source>Meter my own browsers</source>
        <translation>Compter mes propres navigateurs</translation>
    </message>
    <message>
        <source>Put everything back</source>
        <translation>Tout remettre en place</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Your own browsers are metered while a meter runs.</source>
        <translation>Vos propres navigateurs sont comptés tant qu’un compteur tourne.</translation>
    </message>
    <message>
        <source>A change was broken off in the middle. Put everything back.</source>
        <translation>Un changement a été interrompu en cours de route. Remettez tout en place.</translation>
    </message>
    <message>
        <source>The metered browser needs none of this. If you would rather have the browsers counted that you use anyway, this is what changes, in this order; one press puts it back exactly.</source>
        <translation>Le navigateur compté n’a besoin de rien de cela. Si vous préférez compter les navigateurs que vous utilisez de toute façon, voici ce qui change, dans cet ordre ; une seule pression remet tout exactement en place.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Firefox keeps a certificate store of its own. By hand:</source>
        <translation>Firefox tient son propre magasin de certificats. À la main :</translation>
    </message>
    <message>
        <source>What is to be done by hand</source>
        <translation>Ce qui est à faire à la main</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
</context>
<context>
    <name>Partaking</name>
    <message>
        <source>Withdrawal code</source>
        <translation>Code de retrait</translation>
    </message>
    <message>
        <source>You opened the study %1 and have not decided. No is an answer too. This is said once.</source>
        <translation>Vous avez ouvert l&apos;étude %1 sans décider. Non est aussi une réponse. Ceci n&apos;est dit qu&apos;une fois.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>La regarder</translation>
    </message>
</context>
<context>
    <name>PlacesModel</name>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tarif</translation>
    </message>
</context>
<context>
    <name>PlacesView</name>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>What was paid, by place</source>
        <translation>Ce qui a été payé, par lieu</translation>
    </message>
    <message>
        <source>Reading the book</source>
        <translation>Lecture du livre</translation>
    </message>
    <message>
        <source>The book knows one place for this act.</source>
        <translation>Le livre connaît un seul lieu pour ce geste.</translation>
    </message>
    <message>
        <source>%2: %1. %4: %3, %5 times as much.</source>
        <translation>%2 : %1. %4 : %3, %5 fois plus.</translation>
    </message>
    <message>
        <source>Different acts share a name, and years differ: see the cards.</source>
        <translation>Des actes différents portent un même nom, et les années diffèrent : voir les fiches.</translation>
    </message>
    <message>
        <source>For an hour of work, seen or laid down; what is laid down is hollow.</source>
        <translation>Pour une heure de travail, relevée ou fixée ; ce qui est fixé par loi ou accord est creux.</translation>
    </message>
    <message>
        <source>The dashed line is the floor of your settings: %1.</source>
        <translation>Le trait est le plancher de vos réglages : %1.</translation>
    </message>
    <message>
        <source>For one act, as it reached whoever did it.</source>
        <translation>Pour un geste, tel que reçu par qui l’a fait.</translation>
    </message>
    <message>
        <source>The dashed line is what values yours: %1.</source>
        <translation>Le trait est ce qui donne leur valeur aux vôtres : %1.</translation>
    </message>
    <message>
        <source>Global South, round</source>
        <translation>Sud global, rond</translation>
    </message>
    <message>
        <source>Global North, square</source>
        <translation>Nord global, carré</translation>
    </message>
    <message>
        <source>both or neither, a diamond</source>
        <translation>les deux ou aucun, losange</translation>
    </message>
</context>
<context>
    <name>PlatformsView</name>
    <message numerus="yes">
        <source>%Ln platform(s) metered. Every other site passes unopened.</source>
        <translation>
            <numerusform>%Ln plateforme comptée. Tout autre site passe sans être ouvert.</numerusform>
            <numerusform>%Ln plateformes comptées. Tout autre site passe sans être ouvert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Ouverts : %1</translation>
    </message>
    <message>
        <source>Not opened.</source>
        <translation>Pas ouvert.</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>Do it myself</source>
        <translation>Le faire moi-même</translation>
    </message>
    <message>
        <source>Let it be done for me</source>
        <translation>Regarder faire</translation>
    </message>
    <message>
        <source>I am done</source>
        <translation>J’ai fini</translation>
    </message>
    <message>
        <source>A practice shift goes on</source>
        <translation>Un entraînement est en cours</translation>
    </message>
    <message>
        <source>The practice site is open in a browser. Like, post, solve the captcha: each act arrives here. Close that browser when you are done.</source>
        <translation>Le site d’entraînement est ouvert dans un navigateur. Aimez, publiez, résolvez le captcha : chaque acte arrive ici. Fermez ce navigateur quand vous avez fini.</translation>
    </message>
    <message>
        <source>A visitor without a window is on the practice site. Watch it arrive.</source>
        <translation>Un visiteur sans fenêtre est sur le site d’entraînement. Regardez arriver ses actes.</translation>
    </message>
    <message>
        <source>Plaza is a made-up site on this computer. What is done there goes the whole way: browser, meter, ledger, this window. It needs no account, reaches nobody and stays out of your totals.</source>
        <translation>Plaza est un site inventé, sur cet ordinateur. Ce qu’on y fait suit tout le chemin : navigateur, compteur, registre, cette fenêtre. Il ne demande aucun compte, n’atteint personne et reste hors de vos totaux.</translation>
    </message>
    <message numerus="yes">
        <source>act(s) counted</source>
        <translation>
            <numerusform>acte compté</numerusform>
            <numerusform>actes comptés</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted by the site</source>
        <translation>acceptés par le site</translation>
    </message>
    <message>
        <source>counted here</source>
        <translation>comptés ici</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>concorde</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>diffère</translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>%1 : repris</translation>
    </message>
    <message>
        <source>The practice shift could not be finished.</source>
        <translation>L’entraînement n’a pas pu être terminé.</translation>
    </message>
    <message>
        <source>Nothing was done, and nothing was counted.</source>
        <translation>Rien n’a été fait, et rien n’a été compté.</translation>
    </message>
    <message numerus="yes">
        <source>All counts agree: %Ln act(s) accepted and counted.</source>
        <translation>
            <numerusform>Les comptes concordent : %Ln acte accepté et compté.</numerusform>
            <numerusform>Les comptes concordent : %Ln actes acceptés et comptés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The counts differ. Look below, and at Is everything in order.</source>
        <translation>Les comptes diffèrent. Voyez ci-dessous, et « Tout est-il en ordre ».</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>These rows will be in the file</source>
        <translation>Ces rangées seront dans le fichier</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Lecture des rangées</translation>
    </message>
    <message>
        <source>This table has no rows.</source>
        <translation>Ce tableau n’a aucune rangée.</translation>
    </message>
    <message>
        <source>All rows are shown.</source>
        <translation>Toutes les rangées sont montrées.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows are shown.</source>
        <translation>Les %1 premières rangées sur %2 sont montrées.</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Room</source>
        <translation>Atelier</translation>
    </message>
    <message>
        <source>Room, on the projector</source>
        <translation>Atelier, au projecteur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln carte</numerusform>
            <numerusform>%Ln cartes</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 are needed.</source>
        <translation>Il en faut au moins %1.</translation>
    </message>
    <message>
        <source>Arrows: turn   D: deal again   Esc: leave</source>
        <translation>Flèches : tourner   D : redistribuer   Échap : quitter</translation>
    </message>
    <message>
        <source>R: reveal   Esc: leave</source>
        <translation>R : dévoiler   Échap : quitter</translation>
    </message>
</context>
<context>
    <name>Prose</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>%1: not watched</source>
        <translation>%1 : pas observé</translation>
    </message>
    <message>
        <source>It now also uses %1, which this program would open.</source>
        <translation>Elle utilise maintenant aussi %1, que ce programme ouvrirait.</translation>
    </message>
    <message>
        <source>Yes, meter it</source>
        <translation>Oui, la compter</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>any</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>Add a rate</source>
        <translation>Ajouter un tarif</translation>
    </message>
    <message>
        <source>It stands before the shipped rate, which stays as it is in the book.</source>
        <translation>Il passe devant le tarif fourni, qui reste tel quel dans le livre.</translation>
    </message>
    <message>
        <source>least, if known</source>
        <translation>au moins, si connu</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>d’habitude</translation>
    </message>
    <message>
        <source>most, if known</source>
        <translation>au plus, si connu</translation>
    </message>
    <message>
        <source>Who was seen to pay this, and where that stands</source>
        <translation>Qui a été vu le payer, et où c’est écrit</translation>
    </message>
    <message>
        <source>Page, table or address; may be left out</source>
        <translation>Page, tableau ou adresse ; facultatif</translation>
    </message>
    <message>
        <source>2026, 2026-03 or 2026-03-02</source>
        <translation>2026, 2026-03 ou 2026-03-02</translation>
    </message>
    <message>
        <source>A day such as 2026-03-02; always otherwise</source>
        <translation>Un jour tel que 2026-03-02 ; toujours, sinon</translation>
    </message>
    <message>
        <source>Anything else; may be left out</source>
        <translation>Toute autre chose ; facultatif</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Whose side</source>
        <translation>De quel côté</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Place in it</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Vu le</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>En vigueur dès</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>RatesModel</name>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Whose side</source>
        <translation>De quel côté</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>À vous</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>The book</source>
        <translation>Le livre</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>Search: like, France, MTurk, 2019</source>
        <translation>Chercher : like, France, MTurk, 2019</translation>
    </message>
    <message>
        <source>Search the rates</source>
        <translation>Chercher dans les tarifs</translation>
    </message>
    <message>
        <source>In today&apos;s money</source>
        <translation>En monnaie d’aujourd’hui</translation>
    </message>
    <message>
        <source>Add a rate</source>
        <translation>Ajouter un tarif</translation>
    </message>
    <message>
        <source>Put one of mine before it</source>
        <translation>En mettre un à moi devant</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>No rate has all these words. Search for fewer.</source>
        <translation>Aucun tarif n’a tous ces mots. Cherchez-en moins.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rate(s)</source>
        <translation>
            <numerusform>%Ln tarif</numerusform>
            <numerusform>%Ln tarifs</numerusform>
        </translation>
    </message>
    <message>
        <source>book %1, reviewed %2</source>
        <translation>livre %1, revu le %2</translation>
    </message>
    <message>
        <source>Choose a rate to see who saw it, where and when.</source>
        <translation>Choisissez un tarif pour voir qui l’a vu, où et quand.</translation>
    </message>
    <message>
        <source>It values nothing in your ledger through this lens.</source>
        <translation>Il n’évalue rien dans votre registre sous cet angle.</translation>
    </message>
    <message>
        <source>It values %1 of your ledger: %2, %3.</source>
        <translation>Il évalue %1 de votre registre : %2, %3.</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Whose side</source>
        <translation>De quel côté</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Fourchette</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Marché</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Place in it</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Card of the rate</source>
        <translation>Fiche du tarif</translation>
    </message>
</context>
<context>
    <name>ReadView</name>
    <message>
        <source>What you have to know</source>
        <translation>Ce qu&apos;il faut savoir</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Text of the study</source>
        <translation>Texte de l&apos;étude</translation>
    </message>
</context>
<context>
    <name>RecentView</name>
    <message>
        <source>Since %1</source>
        <translation>Depuis le %1</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>net acts a day, by platform</source>
        <translation>actes nets par jour, par plateforme</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>Par quelle voie</translation>
    </message>
    <message>
        <source>a room card</source>
        <translation>une carte d&apos;atelier</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un fichier</translation>
    </message>
    <message>
        <source>Not taken part; nothing left</source>
        <translation>Pas de participation ; rien n&apos;est parti</translation>
    </message>
    <message>
        <source>Room card, as a file</source>
        <translation>Carte d&apos;atelier, en fichier</translation>
    </message>
    <message>
        <source>Withdrawal: not sent yet</source>
        <translation>Retrait : pas encore envoyé</translation>
    </message>
    <message>
        <source>Rows: not sent yet</source>
        <translation>Lignes : pas encore envoyées</translation>
    </message>
    <message>
        <source>Withdrawal made</source>
        <translation>Retrait fait</translation>
    </message>
    <message>
        <source>Rows made</source>
        <translation>Lignes préparées</translation>
    </message>
    <message>
        <source>Withdrawal handed in</source>
        <translation>Retrait remis</translation>
    </message>
    <message>
        <source>Rows handed in</source>
        <translation>Lignes remises</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Everything that ever left</source>
        <translation>Tout ce qui est jamais parti</translation>
    </message>
    <message>
        <source>The record lies in the folder studies, with the very bytes of each file.</source>
        <translation>Le journal se trouve dans le dossier studies, avec les octets mêmes de chaque fichier.</translation>
    </message>
    <message>
        <source>Nothing ever left for a study.</source>
        <translation>Rien n&apos;est jamais parti pour une étude.</translation>
    </message>
</context>
<context>
    <name>RemovalView</name>
    <message>
        <source>Everything is being removed; then you see what is gone. This is not broken off.</source>
        <translation>Tout est en cours de suppression ; vous verrez ensuite ce qui a disparu. Cela ne s’interrompt pas.</translation>
    </message>
    <message>
        <source>Removes the certificate and its key, the profiles of the metered browser, the settings and the ledger with all acts from this computer, and then looks whether they are gone. It cannot be taken back: export first what you want to keep.</source>
        <translation>Supprime de cet ordinateur le certificat et sa clé, les profils du navigateur compté, les réglages et le registre avec tous les actes, puis vérifie qu’ils ont disparu. C’est irréversible : exportez d’abord ce que vous voulez garder.</translation>
    </message>
    <message>
        <source>I want everything to go</source>
        <translation>Je veux que tout disparaisse</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Tout supprimer</translation>
    </message>
</context>
<context>
    <name>RhythmView</name>
    <message>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <source>Arrow keys walk over the hours, Return opens one.</source>
        <translation>Les flèches parcourent les heures, Entrée en ouvre une.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gesture(s)</source>
        <translation>
            <numerusform>%Ln geste</numerusform>
            <numerusform>%Ln gestes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>Lay ledgers side by side</source>
        <translation>Poser les registres côte à côte</translation>
    </message>
    <message>
        <source>Everybody brings a card: a file, or a picture of its code. Drop them here. Nothing is uploaded, no name is asked, and in the end all is wiped but a sheet of the group.</source>
        <translation>Chacun·e apporte une carte : un fichier, ou une photo de son code. Déposez-les ici. Rien n’est envoyé, aucun nom n’est demandé, et à la fin tout est effacé sauf une feuille du groupe.</translation>
    </message>
    <message>
        <source>Open cards</source>
        <translation>Ouvrir des cartes</translation>
    </message>
    <message>
        <source>Open a room file</source>
        <translation>Ouvrir un fichier d’atelier</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouvel atelier</translation>
    </message>
    <message>
        <source>Save the hand-out</source>
        <translation>Enregistrer la fiche à distribuer</translation>
    </message>
    <message>
        <source>Try with made-up cards</source>
        <translation>Essayer avec des cartes inventées</translation>
    </message>
    <message>
        <source>Mine against a kept sheet</source>
        <translation>Moi face à une feuille gardée</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Projecteur</translation>
    </message>
    <message>
        <source>Save the group sheet</source>
        <translation>Enregistrer la feuille du groupe</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Wipe now</source>
        <translation>Effacer maintenant</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Drop cards here</source>
        <translation>Déposez des cartes ici</translation>
    </message>
    <message>
        <source>Cards are being read</source>
        <translation>Lecture des cartes</translation>
    </message>
    <message>
        <source>Deal again</source>
        <translation>Redistribuer</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Dévoiler</translation>
    </message>
    <message>
        <source>Weeks %1 to %2 · %3 · minimum wage %4: %5 an hour · groups from %6 people on</source>
        <translation>Semaines %1 à %2 · %3 · salaire minimum %4 : %5 de l’heure · groupes à partir de %6 personnes</translation>
    </message>
    <message>
        <source>Made-up cards, of nobody.</source>
        <translation>Cartes inventées, de personne.</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>Ne plus surveiller %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) chosen</source>
        <translation>
            <numerusform>%Ln carte choisie</numerusform>
            <numerusform>%Ln cartes choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are needed, so that no figure is one person&apos;s.</source>
        <translation>Il en faut %1, pour qu’aucun chiffre ne soit celui d’une seule personne.</translation>
    </message>
    <message>
        <source>Say now if a card is to be left out.</source>
        <translation>Dites maintenant si une carte doit rester de côté.</translation>
    </message>
    <message>
        <source>One change waits for another: alone it would show whose it is.</source>
        <translation>Un changement en attend un autre : seul, il montrerait de qui il vient.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait.</source>
        <translation>
            <numerusform>%Ln changement attend.</numerusform>
            <numerusform>%Ln changements attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>All cards are forgotten, and every figure on this screen.</source>
        <translation>Toutes les cartes sont oubliées, ainsi que chaque chiffre de cet écran.</translation>
    </message>
    <message>
        <source>The group sheet was not saved.</source>
        <translation>La feuille du groupe n’a pas été enregistrée.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 est écrit.</translation>
    </message>
    <message>
        <source>Cards (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Cartes (*.json *.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;HTML (*.html);;Figures (*.json)</source>
        <translation>PDF (*.pdf);;HTML (*.html);;Chiffres (*.json)</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>Remove row %1</source>
        <translation>Retirer la ligne %1</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Cut to the study&apos;s bound</source>
        <translation>Ramené à la borne de l&apos;étude</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Keep the chosen rows here</source>
        <translation>Garder ici les lignes choisies</translation>
    </message>
    <message>
        <source>Give the chosen rows</source>
        <translation>Donner les lignes choisies</translation>
    </message>
    <message>
        <source>Rows that are sent</source>
        <translation>Lignes envoyées</translation>
    </message>
    <message>
        <source>Rows that stay here</source>
        <translation>Lignes qui restent ici</translation>
    </message>
    <message>
        <source>Country (two letters)</source>
        <translation>Pays (deux lettres)</translation>
    </message>
    <message>
        <source>Age band (25-34)</source>
        <translation>Tranche d&apos;âge (25-34)</translation>
    </message>
    <message>
        <source>✂ The study takes no more in one row: it gets the bound instead.</source>
        <translation>✂ L&apos;étude n&apos;accepte pas plus dans une ligne : elle reçoit la borne à la place.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1 : %2 sur %3</translation>
    </message>
    <message>
        <source>These rows are sent (%1)</source>
        <translation>Ces lignes sont envoyées (%1)</translation>
    </message>
    <message>
        <source>These stay here (%1)</source>
        <translation>Celles-ci restent ici (%1)</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Lecture des lignes</translation>
    </message>
    <message>
        <source>Everything else stays here too: times, targets, texts, addresses, other platforms, and what was added by hand, imported or practised.</source>
        <translation>Tout le reste demeure ici aussi : heures, cibles, textes, adresses, autres plateformes, et ce qui a été ajouté à la main, importé ou exercé.</translation>
    </message>
    <message>
        <source>Numbers are rounded to %1; what rounds to nothing is no row.</source>
        <translation>Les nombres sont arrondis à %1 ; ce qui s&apos;arrondit à rien n&apos;est pas une ligne.</translation>
    </message>
    <message>
        <source>The study is told how many rows you kept here: %1, not which.</source>
        <translation>L&apos;étude apprend combien de lignes vous avez gardées ici : %1, pas lesquelles.</translation>
    </message>
    <message>
        <source>%1 more rows stay here: the study takes no more in one period.</source>
        <translation>%1 lignes de plus restent ici : l&apos;étude n&apos;en accepte pas plus par période.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Save the room file</source>
        <translation>Enregistrer le fichier d’atelier</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouvel atelier</translation>
    </message>
    <message>
        <source>What you settle here holds for every card: everybody takes the file along, and makes a card for these weeks. It holds no name and no place; those go on the hand-out, by hand.</source>
        <translation>Ce que vous fixez ici vaut pour chaque carte : chacun·e emporte le fichier et fait une carte pour ces semaines. Il ne contient ni nom ni lieu ; ceux-ci vont sur la fiche, à la main.</translation>
    </message>
    <message>
        <source>First week</source>
        <translation>Première semaine</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Dernière semaine</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Whose minimum wage</source>
        <translation>Salaire minimum de quel pays</translation>
    </message>
    <message>
        <source>Minimum wage, gross, by the hour</source>
        <translation>Salaire minimum, brut, de l’heure</translation>
    </message>
    <message>
        <source>Where that is from</source>
        <translation>D’où vient ce chiffre</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>En vigueur depuis</translation>
    </message>
    <message>
        <source>Smallest group that is shown</source>
        <translation>Plus petit groupe montré</translation>
    </message>
    <message>
        <source>Language of sheet and hand-out</source>
        <translation>Langue de la feuille et de la fiche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SeatsView</name>
    <message>
        <source>Each card shows two words that its owner alone knows. Untick a card that is to be left out; nobody has to say why.</source>
        <translation>Chaque carte montre deux mots que seule connaît la personne à qui elle est. Décochez une carte qui doit rester de côté ; personne n’a à dire pourquoi.</translation>
    </message>
    <message>
        <source>same rows as %1</source>
        <translation>mêmes lignes que %1</translation>
    </message>
    <message>
        <source>the same words twice</source>
        <translation>deux fois les mêmes mots</translation>
    </message>
    <message>
        <source>in the total only</source>
        <translation>dans le total seulement</translation>
    </message>
    <message>
        <source>no day was metered</source>
        <translation>aucun jour relevé</translation>
    </message>
    <message>
        <source>its totals were edited, and added up anew</source>
        <translation>ses totaux avaient été modifiés ; ils ont été refaits</translation>
    </message>
</context>
<context>
    <name>SeenLine</name>
    <message>
        <source>At least: of what platforms&apos; archives tell of, the meter saw %1 % (%2 to %3 %).</source>
        <translation>Au moins : de ce que racontent les archives des plateformes, le compteur a vu %1 % (%2 à %3 %).</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Platforms</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>Other hosts</source>
        <translation>Autres hôtes</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Ce programme</translation>
    </message>
</context>
<context>
    <name>ShapesModel</name>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Path, unknown parts as *</source>
        <translation>Chemin, parties inconnues en *</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
</context>
<context>
    <name>ShareView</name>
    <message>
        <source>Room</source>
        <translation>Atelier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Metered browser</source>
        <translation>Navigateur compté</translation>
    </message>
    <message>
        <source>Open the metered browser</source>
        <translation>Ouvrir le navigateur compté</translation>
    </message>
    <message>
        <source>Open the metered browser (Ctrl+B)</source>
        <translation>Ouvrir le navigateur compté (Ctrl+B)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plateformes</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Langue du système</translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>Not metering</source>
        <translation>Pas de comptage</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Metering</source>
        <translation>Comptage en cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation>Service terminé</translation>
    </message>
    <message>
        <source>asked, waiting for the meter</source>
        <translation>demandé, le compteur va répondre</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start shift</source>
        <translation>Prendre le service</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>End shift</source>
        <translation>Finir le service</translation>
    </message>
    <message>
        <source>Count acts from now on (Ctrl+Return).</source>
        <translation>Compter les actes dès maintenant (Ctrl+Entrée).</translation>
    </message>
    <message>
        <source>Count nothing until you resume; the pause is drawn (Ctrl+P).</source>
        <translation>Ne rien compter jusqu’à la reprise ; la pause est dessinée (Ctrl+P).</translation>
    </message>
    <message>
        <source>Look at nothing and keep nothing until you resume (Ctrl+Shift+P).</source>
        <translation>Ne rien regarder et ne rien garder jusqu’à la reprise (Ctrl+Maj+P).</translation>
    </message>
    <message>
        <source>End this shift; nothing is counted after it (Ctrl+E).</source>
        <translation>Finir ce service ; rien n’est compté ensuite (Ctrl+E).</translation>
    </message>
</context>
<context>
    <name>SpreadPlot</name>
    <message>
        <source>Press to open its card (%1).</source>
        <translation>Cliquez pour ouvrir sa fiche (%1).</translation>
    </message>
</context>
<context>
    <name>SpreadView</name>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>One act through every lens</source>
        <translation>Un acte sous tous les angles</translation>
    </message>
    <message>
        <source>Arrow keys walk along the sources, Return opens the card of one.</source>
        <translation>Les flèches parcourent les sources, Entrée ouvre la fiche de l’une d’elles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 times the wage</source>
        <translation>%1 fois le salaire</translation>
    </message>
</context>
<context>
    <name>StatementView</name>
    <message>
        <source>All platforms</source>
        <translation>Toutes les plateformes</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>L’année dernière</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your name: printed, kept nowhere</source>
        <translation>Votre nom : imprimé, gardé nulle part</translation>
    </message>
    <message>
        <source>Preview of the statement</source>
        <translation>Aperçu du relevé</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Drawing up the statement</source>
        <translation>Le relevé s’établit</translation>
    </message>
    <message>
        <source>Nothing was counted in this period. Choose a longer one.</source>
        <translation>Rien n’a été compté dans cette période. Choisissez-en une plus longue.</translation>
    </message>
</context>
<context>
    <name>StudyFormView</name>
    <message>
        <source>Write a study</source>
        <translation>Écrire une étude</translation>
    </message>
    <message>
        <source>Every field is required unless it says otherwise, and a file with a fault is not loaded by anybody&apos;s program. Save at any time; sign when no fault is left.</source>
        <translation>Chaque champ est requis sauf mention contraire, et aucun programme ne charge un fichier fautif. Enregistrez à tout moment ; signez quand il ne reste aucune faute.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Make keys</source>
        <translation>Faire des clés</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Ouvert : %1</translation>
    </message>
    <message>
        <source>Keys made. Give each reader their file and delete it here: a lost key loses a study.</source>
        <translation>Clés faites. Donnez à chaque lecteur son fichier et effacez-le ici : une clé perdue perd une étude.</translation>
    </message>
    <message>
        <source>Signed. Print these six words in the consent letter, and show them on your institution&apos;s page.</source>
        <translation>Signé. Imprimez ces six mots dans la lettre de consentement, et montrez-les sur la page de votre institution.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fault(s) left</source>
        <translation>
            <numerusform>%Ln faute restante</numerusform>
            <numerusform>%Ln fautes restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>No fault is left: it can be signed.</source>
        <translation>Il ne reste aucune faute : on peut signer.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Taking part means this</source>
        <translation>Participer, c&apos;est cela</translation>
    </message>
    <message>
        <source>What is said yes or no to</source>
        <translation>Ce à quoi on dit oui ou non</translation>
    </message>
    <message>
        <source>Add a purpose</source>
        <translation>Ajouter une finalité</translation>
    </message>
    <message>
        <source>Who can decrypt: two people at least</source>
        <translation>Qui peut déchiffrer : deux personnes au moins</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Key (age1...)</source>
        <translation>Clé (age1...)</translation>
    </message>
    <message>
        <source>Study files (*.toml);;All files (*)</source>
        <translation>Fichiers d&apos;étude (*.toml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Folder for the keys: on a stick, not in a cloud</source>
        <translation>Dossier des clés : sur une clé USB, pas dans un nuage</translation>
    </message>
    <message>
        <source>The key that signs</source>
        <translation>La clé qui signe</translation>
    </message>
    <message>
        <source>Keys (*.key);;All files (*)</source>
        <translation>Clés (*.key);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Its passphrase; nothing where it has none:</source>
        <translation>Sa phrase secrète ; rien si elle n&apos;en a pas :</translation>
    </message>
    <message>
        <source>Save the signed study</source>
        <translation>Enregistrer l&apos;étude signée</translation>
    </message>
</context>
<context>
    <name>StudyView</name>
    <message>
        <source>I handed it in</source>
        <translation>Je l&apos;ai remis</translation>
    </message>
    <message>
        <source>Make the file again</source>
        <translation>Refaire le fichier</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Print the withdrawal code</source>
        <translation>Imprimer le code de retrait</translation>
    </message>
    <message>
        <source>Take back by code</source>
        <translation>Reprendre par code</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Qui demande</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Oui ou non</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Donner</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Ouvrir une étude</translation>
    </message>
    <message>
        <source>Studies (*.labormeter);;All files (*)</source>
        <translation>Études (*.labormeter);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take everything back that you gave to this study? The researchers delete it when your withdrawal arrives; what they published stays published.</source>
        <translation>Reprendre tout ce que vous avez donné à cette étude ? Les chercheurs l&apos;effacent à l&apos;arrivée de votre retrait ; ce qu&apos;ils ont publié reste publié.</translation>
    </message>
    <message>
        <source>The 24 words of the page that you printed:</source>
        <translation>Les 24 mots de la page que vous avez imprimée :</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>%1, version %2, from %3 to %4</source>
        <translation>%1, version %2, du %3 au %4</translation>
    </message>
    <message>
        <source>Nothing was given to this study.</source>
        <translation>Rien n&apos;a été donné à cette étude.</translation>
    </message>
    <message>
        <source>You do not take part. You may change your mind.</source>
        <translation>Vous ne participez pas. Vous pouvez changer d&apos;avis.</translation>
    </message>
    <message>
        <source>Not sent yet: hand the file in, and then say so here.</source>
        <translation>Pas encore envoyé : remettez le fichier, puis dites-le ici.</translation>
    </message>
    <message>
        <source>Given. You can take it back until %1.</source>
        <translation>Donné. Vous pouvez le reprendre jusqu&apos;au %1.</translation>
    </message>
    <message>
        <source>Withdrawal not sent yet: hand the file in, and then say so.</source>
        <translation>Retrait pas encore envoyé : remettez le fichier, puis dites-le.</translation>
    </message>
    <message>
        <source>Taken back. You may give again.</source>
        <translation>Repris. Vous pouvez donner de nouveau.</translation>
    </message>
    <message>
        <source>Not sent yet: the host did not take it. Send again.</source>
        <translation>Pas encore envoyé : le serveur ne l&apos;a pas accepté. Envoyez de nouveau.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>The file is made. It is not sent until you hand it in.</source>
        <translation>Le fichier est fait. Il n&apos;est pas envoyé tant que vous ne l&apos;avez pas remis.</translation>
    </message>
    <message>
        <source>Sent. The receipt stands in the record below.</source>
        <translation>Envoyé. Le reçu figure dans le journal ci-dessous.</translation>
    </message>
    <message>
        <source>Your withdrawal is made.</source>
        <translation>Votre retrait est fait.</translation>
    </message>
    <message>
        <source>Written down: you handed it in.</source>
        <translation>Noté : vous l&apos;avez remis.</translation>
    </message>
    <message>
        <source>Written down, here alone. Nobody is told.</source>
        <translation>Noté, ici seulement. Personne ne l&apos;apprend.</translation>
    </message>
</context>
<context>
    <name>TeachView</name>
    <message>
        <source>Teach an act that is not counted yet</source>
        <translation>Enseigner un acte qui n’est pas encore compté</translation>
    </message>
    <message>
        <source>You do it once in the metered browser, and this page shows which requests were new: names and shapes alone, never what you wrote. From the right one it drafts a rule. A recording (HAR) of your browser&apos;s own tools does as well.</source>
        <translation>Vous le faites une fois dans le navigateur compté, et cette page montre quelles requêtes étaient nouvelles : noms et formes seuls, jamais ce que vous avez écrit. De la bonne, elle ébauche une règle. Un enregistrement (HAR) des outils de votre navigateur convient aussi.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Comment cela se passe</translation>
    </message>
    <message>
        <source>Start metering, open the metered browser on the page where you do it, and press Begin. For ten seconds do nothing: what leaves by itself is learnt, so that it is not taken for the act.</source>
        <translation>Lancez le comptage, ouvrez le navigateur compté à la page où vous le faites, et appuyez sur Commencer. Pendant dix secondes ne faites rien : ce qui part tout seul est appris, pour n’être pas pris pour l’acte.</translation>
    </message>
    <message>
        <source>Do the act once, as ever, and press Done. What left with it is listed here.</source>
        <translation>Faites l’acte une fois, comme d’habitude, et appuyez sur Fait. Ce qui est parti avec lui est listé ici.</translation>
    </message>
    <message>
        <source>Choose the request that was the act. The rule drafted from it can be read before it is kept, and counts only once you say so.</source>
        <translation>Choisissez la requête qui était l’acte. La règle qui en est ébauchée peut être lue avant d’être gardée, et ne compte que si vous le dites.</translation>
    </message>
    <message>
        <source>Calling the meter.</source>
        <translation>Appel du compteur.</translation>
    </message>
    <message numerus="yes">
        <source>Do nothing on %1 for %Ln second(s): what leaves by itself is learnt.</source>
        <translation>
            <numerusform>Ne faites rien sur %1 pendant %Ln seconde : ce qui part tout seul est appris.</numerusform>
            <numerusform>Ne faites rien sur %1 pendant %Ln secondes : ce qui part tout seul est appris.</numerusform>
        </translation>
    </message>
    <message>
        <source>Now do it once on %1 in the metered browser, then press Done.</source>
        <translation>Faites-le maintenant une fois sur %1 dans le navigateur compté, puis appuyez sur Fait.</translation>
    </message>
    <message>
        <source>Looking for requests that were new.</source>
        <translation>Recherche des requêtes nouvelles.</translation>
    </message>
    <message numerus="yes">
        <source>New: %Ln request(s). Which one was it?</source>
        <translation>
            <numerusform>%Ln requête nouvelle. Est-ce bien elle ?</numerusform>
            <numerusform>%Ln requêtes nouvelles. Laquelle était-ce ?</numerusform>
        </translation>
    </message>
    <message>
        <source>No new write was seen. It may be counted already, or be of a kind that is never looked at.</source>
        <translation>Aucune écriture nouvelle n’a été vue. Elle est peut-être déjà comptée, ou d’un genre qui n’est jamais regardé.</translation>
    </message>
    <message>
        <source>The rule is kept. It is used once you allow its pack.</source>
        <translation>La règle est gardée. Elle sert dès que vous autorisez son jeu de règles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) so far.</source>
        <translation>
            <numerusform>%Ln requête jusqu’ici.</numerusform>
            <numerusform>%Ln requêtes jusqu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>New requests</source>
        <translation>Requêtes nouvelles</translation>
    </message>
    <message>
        <source>The drafted rule</source>
        <translation>La règle ébauchée</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>From a recording</source>
        <translation>D’un enregistrement</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>Garder la règle</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Enregistrer l’ébauche</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>L’autoriser</translation>
    </message>
    <message>
        <source>Let it count at once</source>
        <translation>La laisser compter tout de suite</translation>
    </message>
    <message>
        <source>Otherwise it waits as a candidate: one lesson may have caught more than the act.</source>
        <translation>Sinon elle attend comme candidate : une leçon peut avoir attrapé plus que l’acte.</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>Choisir un enregistrement</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message numerus="yes">
        <source>act(s) of unpaid work today</source>
        <translation>
            <numerusform>acte de travail non payé aujourd’hui</numerusform>
            <numerusform>actes de travail non payé aujourd’hui</numerusform>
        </translation>
    </message>
    <message>
        <source>Gestures are all you did; acts are what you did not undo.</source>
        <translation>Les gestes sont tout ce que vous avez fait ; les actes, ce que vous n’avez pas annulé.</translation>
    </message>
    <message>
        <source>By platform</source>
        <translation>Par plateforme</translation>
    </message>
    <message>
        <source>By activity</source>
        <translation>Par activité</translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation>Montrer l’entraînement</translation>
    </message>
    <message>
        <source>Practice acts are marked and stay out of every total unless this is on.</source>
        <translation>Les actes d’entraînement sont marqués et restent hors de tous les totaux, sauf si ceci est coché.</translation>
    </message>
    <message>
        <source>Whoever uses this browser is counted: at most these are yours.</source>
        <translation>Quiconque utilise ce navigateur est compté : ceux-ci sont au plus les vôtres.</translation>
    </message>
    <message>
        <source>Only I use it</source>
        <translation>Je suis seul à l’utiliser</translation>
    </message>
    <message>
        <source>Wage owed, at least</source>
        <translation>Salaire dû, au moins</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gesture(s) in all</source>
        <translation>
            <numerusform>%Ln geste en tout</numerusform>
            <numerusform>%Ln gestes en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 de temps mesuré</translation>
    </message>
    <message numerus="yes">
        <source>%Ln practice act(s) left out</source>
        <translation>
            <numerusform>%Ln acte d’entraînement non compté</numerusform>
            <numerusform>%Ln actes d’entraînement non comptés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) received</source>
        <translation>
            <numerusform>%Ln point reçu</numerusform>
            <numerusform>%Ln points reçus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 reçus</translation>
    </message>
    <message>
        <source>Metering was interrupted for %1 today: what was done then is missing.</source>
        <translation>Le comptage a été interrompu pendant %1 aujourd’hui : ce qui a été fait alors manque.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) could not be kept.</source>
        <translation>
            <numerusform>%Ln acte n’a pas pu être gardé.</numerusform>
            <numerusform>%Ln actes n’ont pas pu être gardés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>At least %1 today</source>
        <translation>Au moins %1 aujourd’hui</translation>
    </message>
    <message>
        <source>Open labormeter</source>
        <translation>Ouvrir labormeter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Start shift</source>
        <translation>Prendre le service</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>End shift</source>
        <translation>Finir le service</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>UploadsView</name>
    <message numerus="yes">
        <source>of %Ln upload(s) told where it was taken</source>
        <translation>
            <numerusform>envoi sur %Ln a dit où il a été pris</numerusform>
            <numerusform>envois sur %Ln ont dit où ils ont été pris</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the kind of metadata is kept, never its value. One upload tells several.</source>
        <translation>Seule la sorte de métadonnée est gardée, jamais sa valeur. Un envoi en dit plusieurs.</translation>
    </message>
    <message>
        <source>What they told</source>
        <translation>Ce qu’ils ont dit</translation>
    </message>
    <message>
        <source>Show it over time</source>
        <translation>Le montrer dans le temps</translation>
    </message>
    <message>
        <source>By platform</source>
        <translation>Par plateforme</translation>
    </message>
    <message>
        <source>%1: %2 of %3 told where</source>
        <translation>%1 : %2 sur %3 ont dit où</translation>
    </message>
    <message>
        <source>where: %1, when: %2, device: %3</source>
        <translation>où : %1, quand : %2, appareil : %3</translation>
    </message>
    <message>
        <source>No upload was counted yet. Drop a photo here to see what it would tell, before you post it.</source>
        <translation>Aucun envoi n’a encore été compté. Déposez une photo ici pour voir ce qu’elle dirait, avant de la publier.</translation>
    </message>
    <message>
        <source>%1 named the camera or phone, %2 the date and time.</source>
        <translation>Appareil ou téléphone nommé : %1 ; date et heure : %2.</translation>
    </message>
    <message>
        <source>What would a file tell?</source>
        <translation>Que dirait un fichier ?</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>Drop a photo, film, song or document here. It is read on this computer, shown on the screen alone, and nothing of it is kept.</source>
        <translation>Déposez ici une photo, un film, un morceau ou un document. Il est lu sur cet ordinateur, montré à l’écran seulement, et rien n’en est gardé.</translation>
    </message>
    <message>
        <source>This is what it would tell whoever you send it to.</source>
        <translation>Voilà ce qu’il dirait à qui vous l’envoyez.</translation>
    </message>
    <message>
        <source>It discloses nothing that this program can read.</source>
        <translation>Il ne révèle rien que ce programme sache lire.</translation>
    </message>
    <message>
        <source>announced, in a part that is not read</source>
        <translation>annoncé, dans une partie qui n’est pas lue</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Still at it; figures go on moving meanwhile.</source>
        <translation>Toujours en cours ; les chiffres continuent entre-temps.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Gives up what is being read.</source>
        <translation>Renonce à ce qui est en train d’être lu.</translation>
    </message>
</context>
<context>
    <name>WatchingView</name>
    <message>
        <source>Still recognised?</source>
        <translation>Toujours reconnues ?</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseigner une action</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>It counts acts</source>
        <translation>Il compte des actes</translation>
    </message>
    <message>
        <source>Likes, posts, comments, captchas, uploads: what you do on platforms in a browser of its own is counted when the platform accepts it, and appears here at once.</source>
        <translation>J’aime, publications, commentaires, captchas, envois : ce que vous faites sur les plateformes dans un navigateur à part est compté quand la plateforme l’accepte, et paraît ici aussitôt.</translation>
    </message>
    <message>
        <source>It says what they are worth</source>
        <translation>Il dit ce qu’ils valent</translation>
    </message>
    <message>
        <source>Click workers are paid for the same acts. Each figure names who paid how much, where and when, and is at least what you did, never more.</source>
        <translation>Des travailleurs du clic sont payés pour les mêmes actes. Chaque chiffre dit qui a payé combien, où et quand ; c’est au moins ce que vous avez fait, jamais plus.</translation>
    </message>
    <message>
        <source>It keeps to itself</source>
        <translation>Il garde tout ici</translation>
    </message>
    <message>
        <source>Nothing you say is kept, nothing leaves this computer without you, and one button removes all of it.</source>
        <translation>Rien de ce que vous dites n’est gardé, rien ne quitte cet ordinateur sans vous, et un bouton supprime tout.</translation>
    </message>
</context>
<context>
    <name>WhoView</name>
    <message>
        <source>The key of the study as a code</source>
        <translation>La clé de l&apos;étude en code</translation>
    </message>
    <message>
        <source>The key as a code: a telephone shows it as text, to compare it with theirs.</source>
        <translation>La clé en code : un téléphone l&apos;affiche en texte, pour la comparer à la leur.</translation>
    </message>
    <message>
        <source>Another key signed a study of this name before. Somebody may pose as the researchers: compare the words with your consent letter before you give anything.</source>
        <translation>Une autre clé a déjà signé une étude de ce nom. Quelqu&apos;un se fait peut-être passer pour les chercheurs : comparez les mots avec votre lettre de consentement avant de donner quoi que ce soit.</translation>
    </message>
    <message>
        <source>The signature holds: nothing was changed in this file since it was signed.</source>
        <translation>La signature tient : rien n&apos;a été modifié dans ce fichier depuis sa signature.</translation>
    </message>
    <message>
        <source>Compare these six words with your consent letter, or with the page of the institution. A signature alone does not say whose it is.</source>
        <translation>Comparez ces six mots avec votre lettre de consentement, ou avec la page de l&apos;institution. Une signature seule ne dit pas de qui elle est.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Leads the study</source>
        <translation>Dirige l&apos;étude</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>Comment les joindre</translation>
    </message>
    <message>
        <source>Where to complain</source>
        <translation>Où se plaindre</translation>
    </message>
</context>
<context>
    <name>WizardView</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Set up later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>What you do for platforms is work. This counts it.</source>
        <translation>Ce que vous faites pour les plateformes est du travail. Ceci le compte.</translation>
    </message>
    <message>
        <source>Which platforms are counted</source>
        <translation>Quelles plateformes sont comptées</translation>
    </message>
    <message>
        <source>A browser of its own</source>
        <translation>Un navigateur à part</translation>
    </message>
    <message>
        <source>What passes through this program</source>
        <translation>Ce qui passe par ce programme</translation>
    </message>
    <message>
        <source>See it work</source>
        <translation>Voir comment cela marche</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation>Je n’aime pas</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>Captchas</source>
        <translation>Captchas</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vidéos vues</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Récompenses</translation>
    </message>
    <message>
        <source>Liked on %1</source>
        <translation>J’aime sur %1</translation>
    </message>
    <message>
        <source>Disliked on %1</source>
        <translation>Je n’aime pas sur %1</translation>
    </message>
    <message>
        <source>Voted on %1</source>
        <translation>Voté sur %1</translation>
    </message>
    <message>
        <source>Posted on %1</source>
        <translation>Publié sur %1</translation>
    </message>
    <message>
        <source>Commented on %1</source>
        <translation>Commenté sur %1</translation>
    </message>
    <message>
        <source>Shared on %1</source>
        <translation>Partagé sur %1</translation>
    </message>
    <message>
        <source>Saved on %1</source>
        <translation>Enregistré sur %1</translation>
    </message>
    <message>
        <source>Followed on %1</source>
        <translation>Abonné sur %1</translation>
    </message>
    <message>
        <source>Reviewed on %1</source>
        <translation>Avis donné sur %1</translation>
    </message>
    <message>
        <source>Rated on %1</source>
        <translation>Noté sur %1</translation>
    </message>
    <message>
        <source>Reported on %1</source>
        <translation>Signalé sur %1</translation>
    </message>
    <message>
        <source>Solved a captcha for %1</source>
        <translation>Captcha résolu pour %1</translation>
    </message>
    <message>
        <source>Uploaded to %1</source>
        <translation>Envoyé à %1</translation>
    </message>
    <message>
        <source>Watched on %1</source>
        <translation>Regardé sur %1</translation>
    </message>
    <message>
        <source>Rewarded by %1</source>
        <translation>Récompensé par %1</translation>
    </message>
    <message>
        <source>Took back a like on %1</source>
        <translation>J’aime retiré sur %1</translation>
    </message>
    <message>
        <source>Took back a dislike on %1</source>
        <translation>Je n’aime pas retiré sur %1</translation>
    </message>
    <message>
        <source>Took back a vote on %1</source>
        <translation>Vote retiré sur %1</translation>
    </message>
    <message>
        <source>Deleted a post on %1</source>
        <translation>Publication supprimée sur %1</translation>
    </message>
    <message>
        <source>Deleted a comment on %1</source>
        <translation>Commentaire supprimé sur %1</translation>
    </message>
    <message>
        <source>Took back a share on %1</source>
        <translation>Partage retiré sur %1</translation>
    </message>
    <message>
        <source>Unsaved on %1</source>
        <translation>Enregistrement retiré sur %1</translation>
    </message>
    <message>
        <source>Unfollowed on %1</source>
        <translation>Désabonné sur %1</translation>
    </message>
    <message>
        <source>Deleted a review on %1</source>
        <translation>Avis supprimé sur %1</translation>
    </message>
    <message>
        <source>Took back a rating on %1</source>
        <translation>Note retirée sur %1</translation>
    </message>
    <message>
        <source>Took back a report on %1</source>
        <translation>Signalement retiré sur %1</translation>
    </message>
    <message>
        <source>seen on the wire</source>
        <translation>vu passer sur le réseau</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>from an archive</source>
        <translation>tiré d’une archive</translation>
    </message>
    <message>
        <source>from a recording</source>
        <translation>tiré d’un enregistrement</translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation>ajouté à la main</translation>
    </message>
    <message>
        <source>probably caused by metering itself</source>
        <translation>sans doute causé par le comptage lui-même</translation>
    </message>
    <message>
        <source>takes back nothing in this ledger</source>
        <translation>n’annule rien dans ce registre</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>coordonnées</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lieu</translation>
    </message>
    <message>
        <source>unique number</source>
        <translation>numéro unique</translation>
    </message>
    <message>
        <source>description</source>
        <translation>description</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>date et heure</translation>
    </message>
    <message>
        <source>camera make</source>
        <translation>marque de l’appareil</translation>
    </message>
    <message>
        <source>camera model</source>
        <translation>modèle de l’appareil</translation>
    </message>
    <message>
        <source>lens</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>numéro de série</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>software</source>
        <translation>logiciel</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>orientation</translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation>vignette</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>visages</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>mots-clés</translation>
    </message>
    <message>
        <source>copyright</source>
        <translation>droits d’auteur</translation>
    </message>
    <message>
        <source>device name</source>
        <translation>nom de la machine</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nom de fichier</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>edit history</source>
        <translation>historique des retouches</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>what workers got</source>
        <translation>ce que les travailleurs ont reçu</translation>
    </message>
    <message>
        <source>what buyers paid</source>
        <translation>ce que les acheteurs ont payé</translation>
    </message>
    <message>
        <source>by the hour</source>
        <translation>à l’heure</translation>
    </message>
    <message>
        <source>what the platform earned</source>
        <translation>ce que la plateforme a gagné</translation>
    </message>
    <message>
        <source>another program kept the ledger busy</source>
        <translation>un autre programme occupait le registre</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the ledger cannot be written</source>
        <translation>le registre ne peut pas être écrit</translation>
    </message>
    <message>
        <source>the ledger was damaged</source>
        <translation>le registre était abîmé</translation>
    </message>
    <message>
        <source>the file of the ledger cannot be reached</source>
        <translation>le fichier du registre est introuvable</translation>
    </message>
    <message>
        <source>the engine ended and is being restarted</source>
        <translation>le moteur s’est arrêté et redémarre</translation>
    </message>
    <message>
        <source>the engine did not answer and is being restarted</source>
        <translation>le moteur ne répondait pas et redémarre</translation>
    </message>
    <message>
        <source>the engine found no way to the platform</source>
        <translation>le moteur n’a pas trouvé de chemin vers la plateforme</translation>
    </message>
    <message>
        <source>other hosts are metered now, and the engine began anew</source>
        <translation>d’autres hôtes sont comptés désormais, et le moteur a redémarré</translation>
    </message>
    <message>
        <source>the computer was suspended</source>
        <translation>l’ordinateur était en veille</translation>
    </message>
    <message>
        <source>the meter stopped unexpectedly</source>
        <translation>le compteur s’est arrêté à l’improviste</translation>
    </message>
    <message>
        <source>Plaza (practice)</source>
        <translation>Plaza (entraînement)</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>YouTube (time watched)</source>
        <translation>YouTube (temps regardé)</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>règle %1</translation>
    </message>
    <message>
        <source>for a reason that is not known</source>
        <translation>pour une raison inconnue</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln acte</numerusform>
            <numerusform>%Ln actes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to %3 h</source>
        <translation>%1, de %2 à %3 h</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Days of presence</source>
        <translation>Jours de présence</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>le vôtre</translation>
    </message>
    <message>
        <source>background: cannot be cited, values nothing</source>
        <translation>arrière-plan : ne peut être cité, n’évalue rien</translation>
    </message>
    <message>
        <source>checked against its source</source>
        <translation>vérifié à la source</translation>
    </message>
    <message>
        <source>unchecked: recalled and not found again</source>
        <translation>non vérifié : cité de mémoire, non retrouvé</translation>
    </message>
    <message>
        <source>a worker got it</source>
        <translation>reçu par un travailleur</translation>
    </message>
    <message>
        <source>a buyer paid it</source>
        <translation>payé par un acheteur</translation>
    </message>
    <message>
        <source>a platform earned it</source>
        <translation>gagné par une plateforme</translation>
    </message>
    <message>
        <source>only claimed</source>
        <translation>seulement affirmé</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>travailleur</translation>
    </message>
    <message>
        <source>buyer</source>
        <translation>acheteur</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>plateforme</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>affirmé</translation>
    </message>
    <message>
        <source>an act</source>
        <translation>l’acte</translation>
    </message>
    <message>
        <source>for 1000</source>
        <translation>les 1000</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>l’heure</translation>
    </message>
    <message>
        <source>a user and year</source>
        <translation>par usager et par an</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>par personne</translation>
    </message>
    <message>
        <source>signing up</source>
        <translation>inscription</translation>
    </message>
    <message>
        <source>all content</source>
        <translation>tout le contenu</translation>
    </message>
    <message>
        <source>all personal data</source>
        <translation>toutes les données personnelles</translation>
    </message>
    <message>
        <source>any small job</source>
        <translation>petit travail quelconque</translation>
    </message>
    <message>
        <source>any captcha</source>
        <translation>captcha quelconque</translation>
    </message>
    <message>
        <source>captcha of pictures</source>
        <translation>captcha d’images</translation>
    </message>
    <message>
        <source>captcha of letters</source>
        <translation>captcha de lettres</translation>
    </message>
    <message>
        <source>captcha token</source>
        <translation>jeton de captcha</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>commentaire</translation>
    </message>
    <message>
        <source>daily login</source>
        <translation>connexion du jour</translation>
    </message>
    <message>
        <source>dislike</source>
        <translation>je n’aime pas</translation>
    </message>
    <message>
        <source>likes and others mixed</source>
        <translation>j’aime et autres mêlés</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>abonnement</translation>
    </message>
    <message>
        <source>task as a game</source>
        <translation>tâche en jeu</translation>
    </message>
    <message>
        <source>hour of watching</source>
        <translation>heure de visionnage</translation>
    </message>
    <message>
        <source>hour of work</source>
        <translation>heure de travail</translation>
    </message>
    <message>
        <source>describing a picture</source>
        <translation>description d’une image</translation>
    </message>
    <message>
        <source>like</source>
        <translation>j’aime</translation>
    </message>
    <message>
        <source>field of metadata</source>
        <translation>champ de métadonnées</translation>
    </message>
    <message>
        <source>fields of metadata</source>
        <translation>champs de métadonnées</translation>
    </message>
    <message>
        <source>any microtask</source>
        <translation>microtâche quelconque</translation>
    </message>
    <message>
        <source>income from microwork</source>
        <translation>revenu du microtravail</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>use of a platform</source>
        <translation>usage d’une plateforme</translation>
    </message>
    <message>
        <source>year of use</source>
        <translation>année d’usage</translation>
    </message>
    <message>
        <source>post</source>
        <translation>publication</translation>
    </message>
    <message>
        <source>automatic post</source>
        <translation>publication automatique</translation>
    </message>
    <message>
        <source>posts for a campaign</source>
        <translation>publications pour une campagne</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>note</translation>
    </message>
    <message>
        <source>report</source>
        <translation>signalement</translation>
    </message>
    <message>
        <source>review</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>search</source>
        <translation>recherche</translation>
    </message>
    <message>
        <source>share</source>
        <translation>partage</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>enquête</translation>
    </message>
    <message>
        <source>word of text</source>
        <translation>mot de texte</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>view</source>
        <translation>visionnage</translation>
    </message>
    <message>
        <source>year of work</source>
        <translation>année de travail</translation>
    </message>
    <message>
        <source>revenue per user</source>
        <translation>revenu par utilisateur</translation>
    </message>
    <message>
        <source>wage at a contractor</source>
        <translation>salaire chez un sous-traitant</translation>
    </message>
    <message>
        <source>captcha service</source>
        <translation>service de captchas</translation>
    </message>
    <message>
        <source>click farm</source>
        <translation>ferme à clics</translation>
    </message>
    <message>
        <source>floor by agreement</source>
        <translation>plancher négocié</translation>
    </message>
    <message>
        <source>campaign for hire</source>
        <translation>campagne payée</translation>
    </message>
    <message>
        <source>data broker</source>
        <translation>courtier de données</translation>
    </message>
    <message>
        <source>licence for data</source>
        <translation>licence de données</translation>
    </message>
    <message>
        <source>court case</source>
        <translation>procès</translation>
    </message>
    <message>
        <source>microtasks</source>
        <translation>microtâches</translation>
    </message>
    <message>
        <source>minimum wage by law</source>
        <translation>salaire minimum légal</translation>
    </message>
    <message>
        <source>reward by a platform</source>
        <translation>récompense d’une plateforme</translation>
    </message>
    <message>
        <source>reseller</source>
        <translation>revendeur</translation>
    </message>
    <message>
        <source>survey of what people ask for</source>
        <translation>enquête sur ce que l’on demande</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>n’importe où</translation>
    </message>
    <message>
        <source>worldwide</source>
        <translation>monde</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>États-Unis</translation>
    </message>
    <message>
        <source>France</source>
        <translation>France</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Chine</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenya</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Allemagne</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russie</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Royaume-Uni</translation>
    </message>
    <message>
        <source>France and Spain</source>
        <translation>France et Espagne</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesh</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brésil</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Inde</translation>
    </message>
    <message>
        <source>United States and Canada</source>
        <translation>États-Unis et Canada</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europe</translation>
    </message>
    <message>
        <source>Thailand, South-East Asia</source>
        <translation>Thaïlande, Asie du Sud-Est</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippines</translation>
    </message>
    <message>
        <source>rest of the world</source>
        <translation>reste du monde</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>Union européenne</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Espagne</translation>
    </message>
    <message>
        <source>mostly United States</source>
        <translation>surtout États-Unis</translation>
    </message>
    <message>
        <source>75 countries</source>
        <translation>75 pays</translation>
    </message>
    <message>
        <source>Asia-Pacific</source>
        <translation>Asie-Pacifique</translation>
    </message>
    <message>
        <source>Global South</source>
        <translation>Sud global</translation>
    </message>
    <message>
        <source>South Asia</source>
        <translation>Asie du Sud</translation>
    </message>
    <message>
        <source>Bangladesh, China, India</source>
        <translation>Bangladesh, Chine, Inde</translation>
    </message>
    <message>
        <source>none, a machine</source>
        <translation>aucun, une machine</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tchéquie</translation>
    </message>
    <message>
        <source>United States and others</source>
        <translation>États-Unis et autres</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlande</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Amérique du Nord</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <source>United Kingdom and others</source>
        <translation>Royaume-Uni et autres</translation>
    </message>
    <message>
        <source>Dhaka</source>
        <translation>Dacca</translation>
    </message>
    <message>
        <source>Manila</source>
        <translation>Manille</translation>
    </message>
    <message>
        <source>Antananarivo</source>
        <translation>Antananarivo</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>São Paulo</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>Paris</translation>
    </message>
    <message>
        <source>Nairobi</source>
        <translation>Nairobi</translation>
    </message>
    <message>
        <source>Delhi</source>
        <translation>Delhi</translation>
    </message>
    <message>
        <source>Write a plain number, such as 0.001.</source>
        <translation>Écrivez un nombre simple, tel que 0,001.</translation>
    </message>
    <message>
        <source>The least must not be above the usual, nor the usual above the most.</source>
        <translation>Le moins ne peut dépasser l’habituel, ni l’habituel le plus.</translation>
    </message>
    <message>
        <source>A price is above zero.</source>
        <translation>Un prix est au-dessus de zéro.</translation>
    </message>
    <message>
        <source>A spreadsheet would run this as a formula: begin with another sign.</source>
        <translation>Un tableur exécuterait ceci comme une formule : commencez par un autre signe.</translation>
    </message>
    <message>
        <source>Say who was seen to pay this, and where that stands.</source>
        <translation>Dites qui l’a payé, et où cela est écrit.</translation>
    </message>
    <message>
        <source>Write a date, month or year, such as 2026-03.</source>
        <translation>Écrivez une date, un mois ou une année, tel que 2026-03.</translation>
    </message>
    <message>
        <source>This lies in the future.</source>
        <translation>Ceci est dans l’avenir.</translation>
    </message>
    <message>
        <source>Write a day, such as 2026-03-02, or nothing.</source>
        <translation>Écrivez un jour, tel que 2026-03-02, ou rien.</translation>
    </message>
    <message>
        <source>Acts over time</source>
        <translation>Actes au fil du temps</translation>
    </message>
    <message>
        <source>Worth over time</source>
        <translation>Valeur au fil du temps</translation>
    </message>
    <message>
        <source>Wage owed so far</source>
        <translation>Salaire dû jusqu’ici</translation>
    </message>
    <message>
        <source>Time at captchas</source>
        <translation>Temps passé aux captchas</translation>
    </message>
    <message>
        <source>What uploads disclosed</source>
        <translation>Ce que les envois ont révélé</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <source>One act through every lens</source>
        <translation>Un acte sous tous les angles</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Which device</source>
        <translation>Quel appareil</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>How edited</source>
        <translation>Comment retouché</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Ce que l’on voit</translation>
    </message>
</context>
</TS>
