//! Nouns for those who speak, in groups of which one word may stand for another.

use std::borrow::Cow;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::articles::quotations::by_word::ByWord;

/// Groups of nouns, a bit each.
pub(super) type Groups = u128;

/// What a role makes of its bearer, and which general nouns may then stand for it.
const GROUPS: [(&str, &str); 89] = [
    // group: the general nouns that stand for it | what its members are called
    (
        "analyst expert scholar specialist researcher academic observer commentator",
        "analyst expert scholar specialist researcher academic observer commentator columnist dean doctoral think professor lecturer fellow economist historian scientist sociologist strategist political philosopher anthropologist geographer demographer pollster physicist biologist geologist engineer psychologist criminologist climatologist meteorologist epidemiologist virologist linguist theologian archaeologist statistician agronomist hydrologist glaciologist toxicologist pharmacologist palaeontologist paleontologist ethnologist sinologist neuroscientist geophysicist geochemist geoscientist geneticist futurist oceanographer volcanologist cartographer astrophysicist biochemist ethnographer ethicist botanist zoologist ornithologist entomologist ecologist immunologist microbiologist neurologist cardiologist oncologist pathologist psychiatrist pharmacist veterinarian mathematician astronomer chemist consultant architect planner jurist institute university academy college laboratory observatory think-tank centre center teaches studies research study",
    ),
    (
        "professor scholar academic lecturer don educator",
        "professor prof lecturer university college teaches academic chancellor rector",
    ),
    (
        "scientist researcher",
        "scientist physicist biologist geologist chemist study laboratory observatory researcher climatologist virologist epidemiologist meteorologist seismologist hydrologist glaciologist oceanographer astronomer ecologist botanist zoologist microbiologist geneticist immunologist toxicologist lab institute research",
    ),
    ("economist", "economist economics economic"),
    (
        "lawmaker legislator politician parliamentarian mp mep msp td",
        "lawmaker legislator senator sen representative rep congressman congresswoman parliamentarian mp mep msp td backbencher frontbencher deputy whip floor speaker delegate member councilor councillor councilman councilwoman assemblyman assemblywoman alderman alderwoman senate house",
    ),
    ("senator", "senator sen lawmaker legislator"),
    (
        "congressman congresswoman representative",
        "representative rep congressman congresswoman lawmaker legislator delegate deputy whip",
    ),
    (
        "official politician",
        "official minister secretary commissioner director chief head deputy ambassador envoy undersecretary governor mayor negotiator spokesman spokeswoman spokesperson adviser advisor aide president chairman councillor administrator superintendent gov inspector manager counselor commander coordinator co-ordinator prefect",
    ),
    ("minister", "minister secretary chancellor premier"),
    (
        "diplomat envoy",
        "diplomat ambassador envoy representative negotiator consul minister secretary mission foreign embassy consulate attache affaires undersecretary-general",
    ),
    (
        "leader",
        "leader president premier chancellor king queen governor chairman chairwoman head prime minister chief speaker whip leads gov secretary-general secretary heads runs emir sultan",
    ),
    (
        "head boss chief",
        "head director chairman chairwoman chairperson chair chief president leader leads executive ceo boss secretary-general under-secretary-general undersecretary-general commissioner governor heads runs",
    ),
    ("governor", "governor gov"),
    ("premier", "premier prime minister"),
    (
        "chairman chairwoman chair",
        "chairman chairwoman chair chairperson chairs",
    ),
    (
        "lawyer attorney counsel jurist barrister solicitor advocate",
        "lawyer attorney counsel solicitor barrister prosecutor advocate law legal kc qc defence defense defending represents representing",
    ),
    ("prosecutor", "prosecutor attorney district"),
    (
        "judge justice jurist",
        "judge justice magistrate jurist court",
    ),
    (
        "executive ceo businessman businesswoman boss entrepreneur",
        "executive ceo heads runs boss chief chairman chairwoman businessman businesswoman founder owner entrepreneur manager president developer director chief tycoon mogul",
    ),
    (
        "officer",
        "officer constable trooper general colonel captain lieutenant major commander sergeant chief sheriff police admiral brigadier inspector gen col maj capt lt",
    ),
    (
        "policeman policewoman",
        "police officer constable trooper lieutenant sergeant inspector superintendent sheriff detective",
    ),
    (
        "commander general soldier",
        "general colonel captain lieutenant major commander sergeant admiral brigadier gen col maj marshal militia rebel army commander-in-chief",
    ),
    (
        "doctor physician medic",
        "doctor physician surgeon ward hospital dr clinic paediatrician pediatrician cardiologist oncologist pathologist psychiatrist gynaecologist gynecologist obstetrician neurologist anaesthetist virologist epidemiologist practitioner gp medical medic",
    ),
    (
        "activist campaigner advocate organizer",
        "activist campaigner advocate organizer organiser founder protester demonstrator leads director environmentalist conservationist feminist rights defender volunteer campaign protest",
    ),
    (
        "candidate nominee challenger contender politician",
        "candidate nominee challenger contender seeking running seeks vying campaign",
    ),
    (
        "spokesman spokeswoman spokesperson official aide",
        "spokesman spokeswoman spokesperson secretary",
    ),
    (
        "adviser advisor aide strategist",
        "adviser advisor aide strategist chief staff manager counselor",
    ),
    (
        "peer aristocrat",
        "lord lady baron baroness viscount earl duke peer",
    ),
    (
        "politician mp",
        "minister president chancellor premier secretary governor mayor chairman chairwoman speaker chair leader candidate lawmaker legislator party politician senate assembly parliament chamber",
    ),
    ("source official person insider diplomat", "source insider"),
    (
        "footballer player striker midfielder defender goalkeeper all-rounder fly-half scrum-half winger opener batter bowler seamer spinner hooker flanker playmaker centre-back full-back fullback",
        "all-rounder fly-half scrum-half opener batter bowler seamer spinner hooker flanker playmaker centre-back full-back fullback cricketer batsman pitcher quarterback guard footballer player striker midfielder defender goalkeeper winger captain forward",
    ),
    ("nurse", "nurse ward hospital clinic midwife"),
    (
        "farmer grower",
        "farmer grower farm grows rancher smallholder herder winegrower beekeeper livestock plantation orchard wheat maize rice cattle sheep dairy crop",
    ),
    ("historian", "historian history"),
    (
        "trader shopkeeper vendor",
        "trader shopkeeper vendor stall shop sells merchant stallholder hawker",
    ),
    (
        "journalist reporter writer author",
        "journalist reporter correspondent editor columnist writer author anchor broadcaster novelist biographer newspaper photojournalist presenter blogger newsreader editor-in-chief",
    ),
    (
        "author writer novelist",
        "author co-author wrote writes writer novelist poet playwright biographer",
    ),
    (
        "musician artist",
        "musician singer rapper guitarist pianist violinist cellist drummer bassist composer conductor songwriter dj soprano tenor",
    ),
    ("actor actress", "actor actress comedian"),
    (
        "filmmaker director",
        "filmmaker film-maker film documentary cinema",
    ),
    (
        "athlete sportsman sportswoman champion star",
        "athlete runner sprinter swimmer boxer wrestler cyclist skier gymnast rower sailor golfer jumper footballer player champion medallist medalist",
    ),
    ("coach manager boss", "coach trainer manager"),
    (
        "prelate clergyman cleric",
        "bishop archbishop cardinal patriarch abbot",
    ),
    (
        "billionaire tycoon magnate mogul businessman investor",
        "billionaire tycoon magnate mogul businessman founder owner investor",
    ),
    (
        "royal prince princess",
        "king queen prince princess duke duchess",
    ),
    ("astronaut cosmonaut", "astronaut cosmonaut"),
    (
        "detective investigator officer",
        "detective investigator inspector superintendent constable sergeant det insp supt",
    ),
    (
        "rebel militant insurgent fighter",
        "rebel militant insurgent fighter militia guerrilla commander",
    ),
    (
        "cleric preacher priest",
        "cleric imam bishop archbishop cardinal priest pastor rabbi rev reverend mufti ayatollah sheikh preacher vicar chaplain pope father church",
    ),
    ("pontiff pope", "pope pontiff"),
    ("monarch sovereign", "king queen emperor monarch"),
    (
        "head-of-state",
        "president king queen emperor monarch prince emir sultan",
    ),
    ("head-of-government", "premier prime chancellor"),
    (
        "star performer entertainer artist",
        "singer rapper musician actor actress performer comedian guitarist",
    ),
    ("keeper", "goalkeeper keeper"),
    ("forward", "striker forward winger"),
    ("rider", "cyclist jockey biker motorcyclist rider"),
    (
        "heavyweight middleweight lightweight boxer fighter",
        "boxer heavyweight middleweight lightweight welterweight",
    ),
    ("right-hander left-hander", "pitcher boxer golfer batsman"),
    (
        "artist painter sculptor",
        "painter sculptor artist photographer illustrator muralist designer potter calligrapher dancer ceramicist",
    ),
    (
        "educator schoolteacher",
        "teacher headteacher principal professor lecturer educator",
    ),
    (
        "financier investor",
        "banker investor financier fund capitalist shareholder portfolio investment hedge",
    ),
    ("unionist trade-unionist", "union"),
    ("lawman", "sheriff police marshal ranger"),
    (
        "captain skipper",
        "pilot fisherman skipper captain boat ship trawler ferry",
    ),
    ("airman aviator flyer", "pilot airman aviator"),
    (
        "broadcaster presenter anchor host",
        "presenter anchor host broadcaster television radio newsreader",
    ),
    (
        "blogger influencer",
        "blogger vlogger influencer youtuber creator",
    ),
    ("whistleblower leaker", "whistleblower contractor leaker"),
    ("warlord", "warlord militia"),
    ("trucker", "truck trucker lorry"),
    ("cabbie", "taxi cab cabbie"),
    ("cook", "chef cook"),
    (
        "tradesman craftsman",
        "plumber carpenter electrician joiner roofer mason bricklayer tiler",
    ),
    ("medic", "paramedic nurse medic ambulance"),
    ("fireman", "firefighter fireman"),
    (
        "undergraduate student pupil",
        "student schoolboy schoolgirl pupil undergraduate",
    ),
    ("boy teenager youth", "schoolboy boy"),
    ("girl teenager youth", "schoolgirl girl"),
    (
        "climber mountaineer alpinist",
        "climber mountaineer alpinist",
    ),
    ("pensioner retiree", "pensioner retiree retired"),
    (
        "tourist holidaymaker traveller traveler",
        "tourist holidaymaker traveller traveler backpacker",
    ),
    (
        "killer murderer gunman attacker",
        "killer murderer gunman attacker",
    ),
    ("witness eyewitness", "witness eyewitness"),
    ("refugee migrant asylum-seeker", "refugee asylum migrant"),
    ("magistrate", "judge magistrate"),
    (
        "hopeful frontrunner front-runner",
        "candidate contender hopeful nominee",
    ),
    ("backbencher", "mp backbencher lawmaker"),
    (
        "teacher headmaster headmistress educator",
        "teacher headmaster headmistress principal teaches school schoolteacher classes tutor",
    ),
];

/// General nouns for bodies, each with what may be meant.
const BODIES: [(&str, &str); 29] = [
    (
        "company firm business carmaker automaker chipmaker manufacturer maker producer supplier group giant conglomerate retailer",
        "company firm manufacturer maker producer airline supplier lender bank publisher retailer carmaker operator corporation inc corp ltd llc plc co group sons giant brands industries holdings motors compania",
    ),
    (
        "group organization organisation body",
        "group watch organization organisation association union council forum network ngo charity coalition alliance league federation society foundation institute committee",
    ),
    ("authority", "council borough municipality"),
    ("agency", "organization organisation commissioner"),
    // What countries are members of: `the world body`, `the 27-nation bloc`.
    (
        "body bloc alliance organization organisation",
        "nation union un eu au nato asean opec ecowas mercosur brics bloc alliance league",
    ),
    (
        "government administration country",
        "government administration cabinet country",
    ),
    (
        "agency authority body office",
        "agency authority administration office bureau service commission board inspectorate directorate programme unicef unhcr unesco iaea fao unrwa undp ocha nasa fema",
    ),
    (
        "party",
        "party front union movement alliance democrats republicans liberals greens congress",
    ),
    ("union", "union federation brotherhood guild"),
    (
        "think-tank institute center centre",
        "institute center centre foundation",
    ),
    ("court tribunal", "court tribunal"),
    ("panel", "committee subcommittee commission panel"),
    (
        "newspaper paper daily outlet",
        "newspaper paper daily weekly times post herald tribune gazette courier journal news chronicle dispatch observer standard star telegraph guardian register examiner inquirer mirror globe press sentinel monitor ledger argus echo sun mail express record",
    ),
    (
        "broadcaster network station channel outlet",
        "broadcaster television tv radio broadcasting network channel news",
    ),
    (
        "watchdog regulator",
        "watchdog regulator authority commission monitor agency watch board inspectorate administration office",
    ),
    ("magazine weekly", "magazine weekly review"),
    // Documents.
    (
        "suit lawsuit complaint filing document",
        "lawsuit suit complaint petition filing",
    ),
    ("poll survey", "poll survey"),
    (
        "document paper",
        "memo memorandum letter report draft note cable communique declaration",
    ),
    (
        "ruling decision opinion judgment verdict",
        "ruling opinion order verdict judgment judgement",
    ),
    (
        "report study paper analysis",
        "study report paper analysis review",
    ),
    ("force", "police constabulary"),
    ("club team", "club fc afc rovers athletic wanderers team"),
    (
        "ngo nonprofit non-profit charity",
        "ngo nonprofit charity foundation trust relief",
    ),
    (
        "outlet site website publication",
        "news media post times herald tribune mail",
    ),
    (
        "institution",
        "university college institute museum hospital bank fund",
    ),
    (
        "rebel militant insurgent faction",
        "front army movement brigade militia",
    ),
    ("city town", "municipality city town"),
    ("bank lender fund", "bank lender treasury fund monetary"),
];

/// Words within the names of companies: `Ostar Shipping`.
const COMPANIES: &str = "shipping lines airlines airways mining minerals oil petroleum energy electric insurance pharmaceuticals pharma chemicals foods stores technologies telecom software semiconductor steel cement breweries aerospace agro aircraft aluminium aluminum apparel associates bakeries beverages biosciences biotech brands brewing broadcasting brewery builders cable capital cargo casinos chocolates coal communications computers concrete construction consulting copper cosmetics cruises dairies dairy devices diagnostics distillers drilling electronics engineering enterprises entertainment equity exploration farms ferries fertilizers financial freight furniture gaming gas genetics healthcare homes hotels industries instruments internet investments jewellers labs laboratories leasing logistics machinery marine maritime media metals mobile networks outfitters packaging partners payments petrochemicals pictures pipelines plastics power products properties railways realty refineries refining renewables resorts resources restaurants retail robotics rubber satellite seafood securities seeds shipyards shipyard solar solutions studios supermarkets systems textiles therapeutics timber tobacco toys transport trucking tyres vaccines ventures waste wireless motor motors automotive banco banque bancorp utilities holdings";

/// General nouns for bodies of one kind, each with words within the names of those who may be meant.
const NAMES: [Row; 10] = [
    ("carmaker automaker", "motor motors automotive automobiles"),
    ("airline carrier", "airlines airways aviation"),
    ("miner", "mining mines minerals"),
    ("insurer", "insurance assurance"),
    (
        "drugmaker",
        "pharmaceuticals pharma therapeutics biosciences biotech vaccines",
    ),
    ("brewer", "brewing breweries brewery"),
    ("utility", "power electric energy utilities water"),
    ("steelmaker", "steel"),
    ("bank lender", "banco banque bancorp"),
    (
        "agency newswire wire",
        "wire newswire reuters xinhua tass interfax kyodo yonhap afp ansa bernama",
    ),
];

static GENERAL: LazyLock<ByWord<Groups>> = LazyLock::new(|| {
    let rows = GROUPS.into_iter().chain(BODIES).chain(NAMES);
    table(rows.enumerate(), |(general, _)| general)
});
static MEMBERS: LazyLock<ByWord<Groups>> = LazyLock::new(|| {
    let rows = GROUPS.into_iter().chain(BODIES);
    table(rows.enumerate(), |(_, members)| members)
});
static NAMED: LazyLock<ByWord<Groups>> = LazyLock::new(|| {
    let rows = GROUPS.into_iter().chain(BODIES).chain(NAMES).enumerate();
    let own = rows.skip(GROUPS.len() + BODIES.len());
    // The first of the bodies is any company.
    let companies = (GROUPS.len(), ("", COMPANIES));
    table(own.chain([companies]), |(_, names)| names)
});

type Row = (&'static str, &'static str);

fn table(
    rows: impl Iterator<Item = (usize, Row)>,
    pick: fn(Row) -> &'static str,
) -> ByWord<Groups> {
    let mut found: HashMap<&str, Groups, FixedState> = HashMap::default();
    for (bit, row) in rows {
        for word in pick(row).split_whitespace() {
            *found.entry(word).or_default() |= 1 << bit;
        }
    }
    ByWord::new(found)
}

/// Whether a noun is one for people of a group.
pub(super) fn is_for_people(noun: &str) -> bool {
    general(noun) & ((1 << GROUPS.len()) - 1) != 0
}

/// The groups for which a noun may stand.
pub(super) fn general(noun: &str) -> Groups {
    GENERAL.get(&singular(noun)).unwrap_or_default()
}

/// The groups to which a word in somebody's role assigns them.
pub(super) fn groups(word: &str) -> Groups {
    let known = |word: &str| MEMBERS.get(word);
    let single = singular(word);
    // `director-general`, `vice-chairman`
    let piece = || {
        let (first, last) = single.rsplit_once('-')?;
        known(if last == "general" { first } else { last })
    };
    // `Times` is no time.
    let own = known(word).or_else(|| known(&single));
    own.or_else(piece).unwrap_or_default()
}

/// Whether a word in a name says that it is a firm's: `Ostar Shipping`.
pub(super) fn is_of_firm(word: &str) -> bool {
    NAMED.get(word).is_some()
}

/// The groups to which a word in the name of a body assigns it: `Nordbank`, `Birr Motors`.
pub(super) fn groups_of_name(word: &str) -> Groups {
    let named = NAMED.get(word).unwrap_or_default();
    let bank = if word.ends_with("bank") {
        groups("bank")
    } else {
        0
    };
    groups(word) | named | bank
}

/// A noun of which the plural may be given, without the plural's ending.
pub(super) fn singular(noun: &str) -> Cow<'_, str> {
    match noun.as_bytes() {
        [_, _, _, .., b'i', b'e', b's'] => Cow::Owned(format!("{}y", &noun[..noun.len() - 3])),
        // `witnesses`, `coaches`
        [_, .., b's', b's', b'e', b's'] | [_, _, .., b'c' | b's', b'h', b'e', b's'] => {
            Cow::Borrowed(&noun[..noun.len() - 2])
        }
        [.., b'm', b'e', b'n'] => Cow::Owned(format!("{}man", &noun[..noun.len() - 3])),
        [.., b's' | b'u' | b'i', b's'] => Cow::Borrowed(noun),
        [_, _, _, .., b's'] => Cow::Borrowed(&noun[..noun.len() - 1]),
        _ => Cow::Borrowed(noun),
    }
}

/// What those are who do something, as a clause about them tells: `who owns a bakery`.
const DOERS: [(&str, &str); 29] = [
    ("owns", "owner"),
    ("owned", "owner"),
    ("co-owns", "owner"),
    ("founded", "founder"),
    ("co-founded", "co-founder"),
    ("drives", "driver"),
    ("drove", "driver"),
    ("manages", "manager"),
    ("managed", "manager"),
    ("directs", "director"),
    ("directed", "director"),
    ("edits", "editor"),
    ("edited", "editor"),
    ("teaches", "teacher"),
    ("taught", "teacher"),
    ("studies", "student"),
    ("studying", "student"),
    ("farms", "farmer"),
    ("survived", "survivor"),
    ("witnessed", "witness"),
    ("volunteers", "volunteer"),
    ("commands", "commander"),
    ("commanded", "commander"),
    ("hosts", "host"),
    ("wrote", "author"),
    ("authored", "author"),
    ("lives", "resident"),
    ("plays", "player"),
    ("running", "candidate"),
];

/// What somebody is who does it.
pub(in crate::articles::quotations) fn doer(verb: &str) -> Option<&'static str> {
    let known = DOERS.iter().find(|(doing, _)| *doing == verb);
    known.map(|(_, noun)| *noun)
}

/// Whether a noun is that of those who often speak on condition that they are not named.
pub(super) fn keeps_unnamed(noun: &str) -> bool {
    matches!(noun, "official" | "source" | "diplomat")
}
