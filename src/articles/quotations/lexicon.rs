//! What is known of small words and of the nouns that name those who speak.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::reporting::ReportingVerbs;

/// What a word may be; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    pub(super) const DETERMINER: Self = Self(1);
    pub(super) const POSSESSIVE: Self = Self(1 << 1);
    pub(super) const SUBJECT: Self = Self(1 << 2);
    pub(super) const OBJECT: Self = Self(1 << 3);
    pub(super) const BE: Self = Self(1 << 4);
    pub(super) const HAVE: Self = Self(1 << 5);
    pub(super) const DO: Self = Self(1 << 6);
    pub(super) const MODAL: Self = Self(1 << 7);
    pub(super) const NEGATION: Self = Self(1 << 8);
    pub(super) const PREPOSITION: Self = Self(1 << 9);
    pub(super) const AND: Self = Self(1 << 10);
    pub(super) const SUBORDINATOR: Self = Self(1 << 11);
    pub(super) const RELATIVE: Self = Self(1 << 12);
    pub(super) const ADVERB: Self = Self(1 << 13);
    pub(super) const TIME: Self = Self(1 << 14);
    pub(super) const PERSON: Self = Self(1 << 15);
    pub(super) const BODY: Self = Self(1 << 16);
    pub(super) const DOCUMENT: Self = Self(1 << 17);
    pub(super) const TITLE: Self = Self(1 << 18);
    pub(super) const VERB: Self = Self(1 << 19);
    pub(super) const QUESTION: Self = Self(1 << 20);
    pub(super) const NUMBER: Self = Self(1 << 21);
    pub(super) const OCCASION: Self = Self(1 << 22);
    /// The third person of a verb that is a plural noun as well.
    pub(super) const THIRD: Self = Self(1 << 23);
    /// The base form of a verb, hardly ever a noun.
    pub(super) const BASE: Self = Self(1 << 24);
    /// The base form of a verb that is a noun as well.
    pub(super) const BASE_OR_NOUN: Self = Self(1 << 25);
    /// A word that says what somebody holds to be so: `confident`.
    pub(super) const STANCE: Self = Self(1 << 26);
    /// A noun that names a report: `claim`.
    pub(super) const REPORT: Self = Self(1 << 27);
    /// A word with which a cue may begin that is no verb.
    pub(super) const FIXED: Self = Self(1 << 28);
    /// A form of an auxiliary or a modal.
    pub(super) const AUXILIARY: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0 | Self::MODAL.0);
    /// A noun that names somebody or something that speaks.
    pub(super) const SPEAKER: Self = Self(Self::PERSON.0 | Self::BODY.0 | Self::DOCUMENT.0);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Which words are finite verbs, and which may be.
const FORMS: &str = include_str!("verb_forms.tsv");

type Classes = HashMap<&'static str, Class, FixedState>;

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes::default();
    for (class, words) in LISTS {
        for word in words.split_whitespace() {
            let entry = classes.entry(word).or_default();
            *entry = entry.or(class);
        }
    }
    let listed = classes.clone();
    for line in FORMS.lines().filter(|line| !line.starts_with('#')) {
        let (name, words) = line.split_once('\t').unwrap_or_default();
        let class = form(name);
        for word in words.split(' ') {
            let entry = classes.entry(word).or_default();
            *entry = entry.or(class).or(plural(&listed, word));
        }
    }
    classes
});

fn form(name: &str) -> Class {
    match name {
        "third" | "past" => Class::VERB,
        "third_or_noun" => Class::THIRD,
        "base" => Class::BASE,
        "base_or_noun" => Class::BASE_OR_NOUN,
        _ => Class::default(),
    }
}

/// What the plural of a noun is, if it is that of somebody or something that speaks.
fn plural(classes: &Classes, word: &str) -> Class {
    let Some(stem) = word.strip_suffix('s') else {
        return Class::default();
    };
    let single = match stem.strip_suffix("ie") {
        Some(stem) => classes.get(format!("{stem}y").as_str()),
        // `witnesses`, `coaches`; but `nurses`, `spouses`
        None => stem
            .strip_suffix('e')
            .filter(|stem| hisses(stem))
            .and_then(|stem| classes.get(stem))
            .or_else(|| classes.get(stem)),
    };
    single.map_or(Class::default(), |class| Class(class.0 & Class::SPEAKER.0))
}

/// All listed words, and those told by a listed one: adverbs that are none, and plurals of those who speak.
pub(super) fn words() -> impl Iterator<Item = Cow<'static, str>> {
    let speakers = CLASSES.iter().filter(|(_, class)| class.is(Class::SPEAKER));
    let plurals = speakers.flat_map(|(word, _)| plurals_of(word));
    let listed = CLASSES.keys().copied().chain(NO_ADVERBS.split_whitespace());
    listed.map(Cow::Borrowed).chain(plurals.map(Cow::Owned))
}

/// The plurals that [`plural`] takes a noun for.
fn plurals_of(noun: &str) -> impl Iterator<Item = String> {
    let with_s = (!noun.ends_with("ie")).then(|| format!("{noun}s"));
    let with_ies = noun.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let longer = hisses(noun).then(|| format!("{noun}es"));
    with_s.into_iter().chain(with_ies).chain(longer)
}

/// Whether the plural of a noun ends with `es`.
fn hisses(noun: &str) -> bool {
    ["s", "x", "ch", "sh"]
        .iter()
        .any(|ending| noun.ends_with(ending))
}

/// What a word in small letters may be, if a list has it.
pub(super) fn listed(word: &str) -> Option<Class> {
    CLASSES.get(word).copied()
}

/// What a word in small letters may be.
pub(super) fn class(word: &str) -> Class {
    ReportingVerbs::listed().words.known(word).class
}

/// What a word may be, whatever its case.
pub(super) fn class_in_small(word: &str) -> Class {
    ReportingVerbs::listed().words.known_in_small(word).class
}

/// What a word that no list has may be, by a listed one or by its ending.
pub(super) fn unlisted(word: &str) -> Class {
    let plural = plural(&CLASSES, word);
    if plural != Class::default() {
        return plural;
    }
    let may_be = word.ends_with("ly");
    if may_be && NO_ADVERBS.split_whitespace().any(|other| other == word) {
        Class::default()
    } else {
        by_ending(word)
    }
}

/// Whether an ending may tell of a word that is not among [`words`], whatever its case: that of an adverb, or one
/// behind a mark.
pub(super) fn may_have_ending(word: &str) -> bool {
    let marked = word
        .bytes()
        .fold(false, |marked, byte| marked | !byte.is_ascii_alphabetic());
    marked || word.ends_with(['y', 'Y'])
}

/// What a word may be that is not among [`words`], by its ending.
pub(super) fn by_ending(word: &str) -> Class {
    if !may_have_ending(word) {
        return Class::default();
    }
    if matches!(word.as_bytes(), [_, _, _, .., b'l', b'y']) {
        // `Farrelly`, `O'Reilly`, `Skelly` are surnames.
        let surname = ["elly", "illy"].iter().any(|end| word.ends_with(end));
        return if surname {
            Class::default()
        } else {
            Class::ADVERB
        };
    }
    // `must've`
    let modal = word
        .strip_suffix("'ve")
        .or_else(|| word.strip_suffix("\u{2019}ve"))
        .is_some_and(|modal| matches!(modal, "must" | "could" | "should" | "would" | "might"));
    if modal {
        return Class::MODAL.or(Class::HAVE);
    }
    // `they’re`, `he'd`
    let apostrophe = word.bytes().any(|byte| byte == b'\'' || !byte.is_ascii());
    if apostrophe
        && let Some((pronoun, rest)) = word.split_once(['\'', '’'])
        && matches!(
            pronoun,
            "i" | "you" | "he" | "she" | "it" | "we" | "they" | "who" | "that" | "there"
        )
    {
        return match rest {
            "d" | "ll" => Class::MODAL,
            "ve" => Class::HAVE,
            "re" | "m" => Class::BE,
            _ => Class::default(),
        };
    }
    // Compounds such as `vice-president` and `co-chairwoman`, and `two-thirds`.
    if word.bytes().any(|byte| byte == b'-')
        && let Some((first, last)) = word.rsplit_once('-')
    {
        if is_part(last) && is_number(first) {
            return Class::NUMBER;
        }
        // `the prime minister-designate`
        let last = if matches!(last, "designate" | "elect") {
            first
        } else {
            last
        };
        // `mother-of-two`
        let parent = first.strip_suffix("-of").filter(|_| is_number(last));
        // `the Anti-Terrorist Centre`
        if first == "anti" {
            return Class::default();
        }
        let noun = parent.unwrap_or(last);
        let person = CLASSES.get(noun).filter(|class| class.is(Class::PERSON));
        return person.map_or(Class::default(), |class| Class(class.0 & Class::SPEAKER.0));
    }
    Class::default()
}

/// Whether a word is listed as a number.
fn is_number(word: &str) -> bool {
    let known = CLASSES.get(word);
    known.is_some_and(|class| class.is(Class::NUMBER))
}

/// Whether a word is the part of a whole that a number counts: `thirds`.
pub(super) fn is_part(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "half" | "third" | "quarter" | "fourth" | "fifth" | "sixth" | "tenth"
    )
}

/// Adjectives and nouns that end as adverbs do.
const NO_ADVERBS: &str = "family elderly monthly quarterly yearly hourly friendly unfriendly likely unlikely deadly \
     costly lonely lively orderly disorderly scholarly fatherly motherly brotherly worldly timely \
     untimely unruly stately neighborly neighbourly homely cowardly sickly hilly chilly ugly holy \
     supply oversupply monopoly anomaly bully belly jelly lily folly multiply imply comply apply rely \
     kimberly kelly keely emily sally molly billy polly beverly carly reilly connolly connelly donnelly holly milly \
     willy wally dolly nelly shelly kennelly tully tally rally ally reply \
     assembly subassembly butterfly italy july homily melancholy saintly ghostly heavenly beastly";

const LISTS: [(Class, &str); 29] = [
    (
        Class::BODY,
        "duma rada knesset bundestag mejlis majilis sejm hural bundesrat riksdag storting faction prosecution jury studio museum gallery library zoo clinic conglomerate cooperative collective drugmaker chipmaker planemaker steelmaker carrier utility orchestra crowd audience campaign caucus nonprofit think-tank outlet militia junta startup carmaker automaker retailer insurer",
    ),
    (
        Class::PERSON,
        "sergeant corporal emir sultan akim hakim physio physiotherapist pacer shuttler paddler stumper cueist speedster pugilist grappler ruler secy mum dad mom gran nan grandad granddad assemblymember councilmember selectman selectwoman freeholder all-rounder fly-half scrum-half winger opener batter bowler seamer spinner hooker flanker playmaker centre-back full-back fullback pitcher hydrologist glaciologist toxicologist pharmacologist palaeontologist paleontologist agronomist ethnologist sinologist rheumatologist endocrinologist gastroenterologist haematologist hematologist nephrologist audiologist herpetologist primatologist geneticist neuroscientist geophysicist geochemist geoscientist futurist futurologist metallurgist musicologist gerontologist neonatologist traumatologist regent millwright fan duke duchess countess housekeeper nanny babysitter housewife homemaker maid butler gatekeeper guide youth coauthor co-author barrister peer politician anthropologist philosopher geographer demographer chemist virologist epidemiologist climatologist meteorologist seismologist psychologist psychiatrist archaeologist ecologist conservationist environmentalist criminologist statistician mathematician astronomer linguist theologian militant insurgent rebel gunman fighter hostage captive detainee inmate prisoner convict complainant claimant petitioner appellant onlooker spectator shopper customer client patient motorist cyclist pedestrian tourist traveller traveler climber athlete footballer goalkeeper striker midfielder sprinter boxer champion medallist medalist trainer referee chef waiter waitress barber seamstress carpenter electrician bricklayer builder labourer laborer docker stevedore steelworker foreman apprentice intern trainee contractor janitor caretaker midwife dentist pharmacist therapist pathologist paediatrician pediatrician cardiologist oncologist veterinarian counsellor firefighter fireman lifeguard constable trooper superintendent serviceman conscript reservist cadet guerrilla pilgrim worshipper worshiper preacher pastor vicar cleric clergyman monk nun chaplain musician composer rapper comedian actress playwright novelist biographer blogger influencer photographer cameraman designer architect sculptor painter dancer inventor programmer technician smallholder herder beekeeper fishmonger butcher grocer stallholder restaurateur hotelier bartender magistrate bailiff orphan girl boy youngster teen daughter-in-law son-in-law mother-in-law father-in-law heir heiress citizen inhabitant islander settler exile expatriate returnee evacuee dictator monarch ombudsman ombudswoman comptroller speechwriter fundraiser theorist intellectual librarian tutor schoolteacher graduate pupil schoolgirl schoolboy alumnus laureate trustee shareholder financier magnate industrialist landowner salesman saleswoman freelancer seafarer astronaut stepfather stepmother half-brother reader viewer listener subscriber biker hiker skipper crewman oligarch separatist nationalist unionist royalist reformist ideologue warlord chieftain elder passer-by sympathiser sympathizer ex-minister ex-president ex-wife ex-husband mate ally boss roommate classmate teammate girlfriend boyfriend fiance fiancee grandson granddaughter cousin uncle aunt nephew niece widow widower surrogate confidant hopeful jurist arbitrator grower rancher canvasser supervisor presenter supporter caucusgoer treasurer bookkeeper filmmaker developer democrat republican liberal conservative socialist challenger rival nominee contender front-runner frontrunner incumbent in-charge incharge convenor co-convener coordinator co-ordinator facilitator co-host newsreader podcaster vlogger youtuber streamer sub-editor proprietor reviewer essayist screenwriter lyricist songwriter conductor vocalist guitarist drummer bassist pianist violinist cellist frontman choreographer ballerina impresario promoter archivist genealogist illustrator cartoonist cinematographer film-maker showrunner stuntman planner surveyor landlady renter lodger householder townsman jockey farmhand farmworker herdsman grazier trawlerman seaman mariner longshoreman boatman ferryman lifeboatman harbourmaster co-pilot aviator airman stewardess attendant navigator cosmonaut taikonaut machinist plasterer roofer scaffolder quarryman millworker cobbler shoemaker jeweller jeweler blacksmith distiller winemaker sommelier caterer barista barman barmaid publican innkeeper greengrocer florist newsagent storekeeper wholesaler stockbroker stockholder accountant actuary underwriter bursar cashier typist receptionist administrator registrar overseer co-founder philanthropist benefactor headteacher undergraduate postgraduate schoolchild schoolchildren sophomore commandant adjutant quartermaster paratrooper commando infantryman sniper servicewoman militiaman mercenary jihadist extremist terrorist shooter assailant attacker bomber hijacker kidnapper captor parolee felon offender burglar robber thief thieves fraudster swindler smuggler trafficker poacher gangster mobster hitman murderer killer rapist abuser respondent eyewitness foreperson paralegal notary conciliator patrolman policewoman carer caregiver doorman bouncer bodyguard watchman anaesthetist anesthesiologist neurologist dermatologist radiologist obstetrician gynaecologist gynecologist urologist psychotherapist counselor physiotherapist osteopath chiropractor optometrist optician ophthalmologist orthodontist hygienist dietitian nutritionist immunologist microbiologist zoologist botanist ornithologist entomologist naturalist forecaster oceanographer volcanologist cartographer astrophysicist biochemist ethnographer ethicist philologist translator interpreter lexicographer technologist coder reformer whistle-blower informant informer asylum-seeker immigrant emigrant colonist tribesman aristocrat nobleman courtier missionary archdeacon patriarch abbess friar guru parishioner churchgoer congregant believer atheist emissary plenipotentiary frontbencher technocrat apparatchik strongman foe outsider backer winger quarterback linebacker batsman wicketkeeper shortstop outfielder infielder swimmer hurdler runner marathoner gymnast skater skier snowboarder surfer wrestler golfer umpire linesman team-mate winner loser hooligan gambler punter bookmaker bettor bidder auctioneer collector user follower holidaymaker backpacker camper mountaineer explorer adventurer gamekeeper lumberjack gardener horticulturist landscaper arborist undertaker mortician mourner stepson stepdaughter sibling grandparent grandchild lover friend acquaintance co-worker coworker workmate flatmate housemate schoolmate mentor protege disciple heroine celebrity socialite entertainer magician centenarian nonagenarian octogenarian septuagenarian adolescent toddler gentleman chap bloke kid taxpayer ratepayer breadwinner jobseeker volunteer signatory stakeholder panellist interviewee interviewer questioner caller newsman newswoman memoirist ghostwriter homebuyer rescuer responder dispatcher railwayman postman mailman native billionaire millionaire mogul businessman businesswoman businessmen tycoon entrepreneur partner spouse freshman counsel solicitor plaintiff defendant suspect demonstrator protester protestor advocate operative pundit commentator congressmen spokesmen reporters teenager retiree nominee whip trucker homeowner commuter moderator narrator panelist juror bystander passenger participant bureaucrat hardliner centrist backbencher associate adjudicator admiral alderman beautician bookseller concierge consul cricketer decorator documentarian forester groundskeeper imam instructor locksmith logistician matron organist publicist radiographer realtor undersecretary valuer vintner watchmaker weightlifter woodcutter zookeeper educator calligrapher peacekeeper prefect orientalist",
    ),
    (
        Class::DETERMINER,
        "the a an this that these those some any each every both all no several many most few another other one two three four five six seven eight nine ten dozens half such",
    ),
    (Class::POSSESSIVE, "my your his her its our their whose"),
    (
        Class::SUBJECT,
        "i you he she it we they who somebody someone everybody everyone nobody no-one both others",
    ),
    (
        Class::OBJECT,
        "me you him her it us them himself herself itself themselves ourselves myself",
    ),
    (
        Class::BE,
        "am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 's 're 'm ’re ’m it's it’s he's she's they're we're i'm that's he’s she’s they’re we’re i’m that’s you're you’re",
    ),
    (
        Class::HAVE,
        "has have had having hasn't haven't hadn't hasn’t haven’t hadn’t 've ’ve i've we've they've i’ve we’ve they’ve you've you’ve",
    ),
    (
        Class::DO,
        "do does did don't doesn't didn't don’t doesn’t didn’t",
    ),
    (
        Class::MODAL,
        "will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't shouldn't won’t wouldn’t can’t couldn’t shouldn’t 'll ’ll 'd i'll we'll ’d i’ll we’ll they'll they’ll you'll you’ll he'll he’ll she'll she’ll i'd i’d we'd we’d they'd they’d he'd he’d she'd she’d you'd you’d",
    ),
    (
        Class::NEGATION,
        "not never neither nor nobody no-one none don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't cannot isn't wasn't don’t doesn’t didn’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t isn’t wasn’t without",
    ),
    (
        Class::PREPOSITION,
        "of in on at by for from to with without within into onto over under after before during about against between among through throughout across behind beyond beside along opposite atop aboard amongst near since until till toward towards upon via amid despite including like outside inside alongside around per than as",
    ),
    (Class::AND, "and but or yet nor"),
    (
        Class::SUBORDINATOR,
        "because while whereas whereupon although though when if unless whether as since once until before after where so that than",
    ),
    (Class::RELATIVE, "who whom whose which that where when"),
    (
        Class::ADVERB,
        "also later then still again too even only just now already once ever never always often soon earlier here there meanwhile however moreover furthermore nevertheless nonetheless thus therefore first further instead perhaps rather quite almost yesterday today tonight tomorrow not likewise aloud bluntly afterwards afterward anew twice elsewhere indeed immediately",
    ),
    (
        Class::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jul aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. yesterday today tonight tomorrow overnight midday noon morning afternoon evening night week month year weekend spring summer autumn winter",
    ),
    (
        Class::PERSON,
        "minister president chancellor premier governor mayor senator deputy secretary spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief head director manager leader official officer analyst expert scholar professor lecturer teacher researcher scientist economist lawyer attorney judge justice prosecutor diplomat ambassador envoy negotiator commissioner commander general colonel captain brigadier major lieutenant soldier police policeman inspector auditor adviser advisor aide author editor reporter journalist correspondent columnist historian sociologist doctor nurse physicist engineer farmer fisherman fishermen trader merchant vendor driver worker pilot student activist campaigner critic supporter opponent observer witness resident villager neighbor neighbour mother father son daughter sister brother wife husband grandmother grandfather parent child man woman men women people person king queen prince princess pope bishop archbishop monsignor priest imam rabbi representative delegate delegation member lawmaker legislator parliamentarian mp mep msp td mla gp comrade taoiseach tanaiste tánaiste candidate voter founder owner chancellor executive ceo cfo coo cto cio ssp dsp igp dgp sho coach player captain survivor victim relative migrant refugee monitor mediator host guest visitor colleague predecessor successor counterpart source insider banker broker investor trader consumer donor creditor bondholder organizer organiser strategist specialist consultant fellow biologist geologist physician surgeon artist writer poet singer actor curator dealer lobbyist unionist secretary-general high-commissioner vice-president treasurer clerk headmistress headmaster principal dean rector sailor cleaner welder plumber hairdresser shopkeeper baker cook harbour-master chairwoman congressman congresswoman councilman councilwoman assemblyman assemblywoman alderman alderwoman marshal commodore rapporteur provost convener evangelist councillor councilor statesman warden ranger mechanic cardinal coroner medic paramedic pensioner veteran academic pollster detective sheriff tailor tenant landlord buyer seller importer exporter employer employee employers staff hauliers miner publisher nominee front-runner frontrunner contender rival surrogate operative ally allies incumbent challenger democrat republican conservatives liberals moderates progressives evangelicals independents libertarian pundit advocate whistleblower staffer protester demonstrator marcher agent investigator constituent elector attendee participant speaker loyalist dissident defector neighbours neighbors detractor skeptic sceptic admirer aide-de-camp prosecutors lawyers demonstrators organizers pontiff monarch novelist musician rapper entertainer comedian president-elect governor-elect senator-elect mayor-elect chancellor-elect",
    ),
    (
        Class::BODY,
        "corps government ministry department administration agency authority committee commission council board court parliament congress senate assembly party coalition alliance union federation association organisation organization company firm corporation group bank treasury office institute university college foundation forum league chamber institution police army navy military force opposition team mission embassy secretariat bureau panel tribunal regulator watchdog observatory operator service guard state country nation city town municipality bloc club charity network ngo media newspaper daily weekly broadcaster agency television radio cabinet house palace kremlin presidency delegation community crew industry business airline manufacturer maker producer supplier lender bank unit branch society academy confederation directorate inspectorate diocese archdiocese synod guild fellowship brotherhood co-operative consortium syndicate movement front fund consulate hospital school church inquiry summit centre center caucus campaign pac super-pac camp white-house pentagon leadership nonprofit non-profit startup electorate voters think-tank carrier carmaker automaker chipmaker insurer retailer",
    ),
    (
        Class::DOCUMENT,
        "mail voicemail voice-mail application plea motion subpoena warrant probe investigation autopsy postmortem post-mortem biography autobiography diary register registry ledger headline caption placard banner sign summary factsheet fact-sheet prospectus ad advert advertisement commercial lawsuit suit memoir op-ed essay leaflet pamphlet dossier affidavit report statement study survey poll letter document text paper communique communiqué declaration resolution judgment judgement ruling verdict order charter constitution treaty agreement draft memo memorandum article editorial book bill law decree release notice note answer filing indictment complaint petition manifesto plan review audit code forecast figures statistics data email e-mail message post tweet website page newsletter bulletin brochure research evidence record transcript minutes column census index rankings finding analysis polling projection footage guideline guidelines guidance directive circular advisory blueprint ordinance",
    ),
    (
        Class::TITLE,
        "excellency highness eminence h.e. h.h. h.r.h. akim hakim maitre maître sens sens. reps reps. govs govs. profs profs. drs drs. gens gens. regent messrs messrs. mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lady lord dame baroness viscount datuk dato dato' datin shri maulana mullah ayatollah president vice premier prime minister deputy foreign finance governor gov gov. senator sen sen. rep rep. representative mayor judge justice general gen gen. colonel col col. captain capt capt. major maj. lieutenant lt lt. sergeant sgt. brigadier admiral commander chief chairman chairwoman chair king queen prince princess pope bishop archbishop cardinal father rev rev. reverend imam rabbi ambassador secretary commissioner chancellor director spokesman spokeswoman spokesperson inspector officer attorney speaker congressman congresswoman councillor delegate envoy assistant undersecretary acting former ex interior defence defense education health housing labour labor trade transport energy agriculture environment culture economy justice immigration works development mining communications security state home technology industry special corporal private madam sheikh sheikha shaikh mufti emeritus tempore ayatollah pastor emir sultan adm adm. brig brig. cmdr cmdr. det. insp. supt. asp dsp csp acp dcp ssp aig igp dig adig dgp adgp dysp sho sdm recorder comptroller assessor ald ald. pm insp hon amb amb. tuan puan encik ustaz kyai ir ir. cpt cpt. pvt pvt. spc spc. cj councilman councilwoman assemblyman assemblywoman alderman alderwoman convener provost evangelist apostle prophet rapporteur marshal commodore mpp mx mx. mme mme. fr fr. adv otumfuo togbe kabaka oba herr frau señor señora hon. msgr. sgt cpl cpl. taoiseach tanaiste tánaiste alhaji alhaja hajia mallam otunba comrade engr engr. eng. barr. barrister smt smt. ratu tun tunku tengku adv. pst. cllr cllr. cr coun coun. sp assemblymember councilmember selectman selectwoman freeholder controller emerita tem charge atty atty. mk hajiya cjp ato dato’ seri khunying del. ald. gov.-elect sen.-elect rep.-elect supt pc dci cm mna mpa mla mlc nazim maulvi mayor-elect president-elect governor-elect senator-elect",
    ),
    (
        Class::VERB,
        "used sued died tied lied fled fed went made took came gave got became began left kept held led met ran saw stood told thought knew found brought bought built cut fell felt fought grew heard hit lost meant paid put read rose said sat sent set shot showed shut sold spoke spent won wore wrote goes makes takes comes gives gets becomes begins leaves keeps holds needs wants seems remains means includes plays serves lies stands rests looks works lives runs depends deserves costs owes looked must need let nodded laughed smiled make take come give need want seem remain have live work",
    ),
    (
        Class::QUESTION,
        "whether why how what who where when which if whom whose",
    ),
    (
        Class::NUMBER,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion first second third",
    ),
    (
        Class::OCCASION,
        "statement interview letter conference briefing speech report email e-mail telephone phone message filing hearing session meeting post tweet broadcast television radio website court parliament comment reply address article release note summit call video rally visit capital debate ceremony remarks comments speeches podcast webinar livestream forum event gathering readout communique communiqué blog memo affidavit testimony deposition recording lecture sermon homily seminar",
    ),
    (
        Class::PREPOSITION,
        "according regarding concerning following referring",
    ),
    (
        Class::FIXED,
        "according per for view opinion words judgment judgement estimation eyes reckoning admission account telling estimate assessment reading count",
    ),
    (
        Class::STANCE,
        "clear confident convinced concerned worried afraid hopeful optimistic pessimistic certain sure skeptical sceptical adamant doubtful positive fearful wary persuaded unconvinced satisfied",
    ),
    (
        Class::REPORT,
        "claim claims argument arguments assertion assertions contention belief view statement statements comment comments remark remarks warning warnings prediction predictions suggestion suggestions allegation allegations accusation accusations charge charges insistence complaint complaints promise promises pledge pledges vow vows demand demands conclusion finding announcement declaration admission acknowledgment acknowledgement assurance assurances fear fears hope hopes concern concerns worry worries conviction opinion takeaway takeaways threat threats proposal proposals denial theory assessment contentions position testimony",
    ),
];
