//! Abbreviations: words with a full stop that does not end the sentence, and the words that begin one.
//!
//! The lists of several languages are one: an abbreviation of one language is no word of another that
//! often ends a sentence, or it is left out. All are in small letters and ascend.

/// Before a name or a further word: no sentence ends behind one.
#[rustfmt::skip]
pub(super) static INNER: [&str; 231] = [
    "a.a.o", "abp", "adm", "akad", "ald", "allg", "amb", "amm", "arch", "arq", "atty", "avv", "bc", "bijv",
    "bl", "bl.a", "bp", "bpk", "brig", "bv", "bzw", "c-à-d", "capt", "cf", "cmdr", "cmdt", "col",
    "cols", "cpl", "cpt", "d.h", "d.v.s", "d.w.z", "dhr", "dipl", "dir", "dkk", "dott", "doz", "dr",
    "dr.ssa", "dra", "dres", "drs", "dvs", "dypl", "dña", "e.g", "ee", "eg", "ehem", "einschl",
    "eng", "engr",
    "evang", "evtl", "excma", "excmo", "exma", "exmo", "f.d", "f.eks", "fr", "fr.o.m", "frl", "ft",
    "gens", "geom", "ggf", "gov", "govs", "gral", "hon", "hr", "hrn", "i.d.r", "i.e", "i.v.m", "ie",
    "illus", "ilma", "ilmo", "inc.l", "ing", "insb", "insbes", "insp", "inż", "ir", "jl", "judr",
    "kath", "kpt", "lic", "lieut", "lt", "ltc", "m.b.t", "m.e", "m.in", "maj", "med", "mej",
    "messrs", "mevr", "mgr", "mj", "mlle", "mlles", "mme", "mmes", "mr", "mrs", "ms", "msgt", "mt",
    "mts", "mudr", "mvdr", "mx", "napr", "např", "np", "o.a", "o.m", "o.ä", "p.ej", "p.es", "p.ex",
    "pfc", "pharmdr", "phdr", "plk", "ppłk", "pres", "prof", "profs", "psicol", "pte", "pvt", "płk",
    "rep", "repr", "reps", "rev", "rev'd", "revd", "rndr", "s.k", "s.o", "s.u", "sen", "sens",
    "sgt", "sig", "sig.ra", "sigg", "sog", "spez", "sr", "sra", "srs", "srta", "ssgt", "ste",
    "supt", "t.a.v", "t.ex", "t.o.m", "t.o.v", "t.w", "tj", "transl", "tzn", "tzv", "tzw", "u.a",
    "u.e", "u.ä", "v", "verh", "vgl", "viz", "wg", "ww", "yth", "z.b", "z.t", "z.zt", "zb", "zob",
    "zzgl", "éd", "św", "αγ", "βλ", "δηλ", "δρ", "κα", "καθ", "κος", "π.δ", "π.χ", "акад", "бул",
    "вкл", "вул", "ген", "гор", "гр", "д", "доц", "им", "м", "наб", "напр", "обл", "пгт", "пер",
    "пл", "пос", "пр", "просп", "проф", "св", "т.е", "т.к", "т.н", "т.ч", "тов", "ул",
];

/// Before a number no sentence ends behind one; elsewhere as behind one of [`FINAL`].
#[rustfmt::skip]
pub(super) static NUMBERED: [&str; 101] = [
    "abr", "abs", "ago", "août", "approx", "apr", "art", "arts", "aug", "avr", "bd", "bde", "blz",
    "ca", "ch", "chap", "chaps", "circa", "cit", "cl", "dec", "dic", "déc", "ene", "eq", "eqs",
    "ext", "fax", "feb", "febbr", "fig", "figs", "fév", "févr", "gen", "giu", "hfdst", "jan",
    "janv", "juil", "jul", "jun", "lug", "magg", "mar", "no", "nos", "nov", "nr", "nrs", "num",
    "n°", "nº", "núm", "núms", "oct", "op", "ott", "p", "pag", "pagg", "para", "paras", "pars",
    "poz", "pp", "pág", "págs", "rozdz", "rys", "sched", "sec", "secs", "sep", "sept", "sett", "st",
    "str", "sz", "tel", "thu", "thur", "thurs", "tue", "tues", "vol", "vols", "vs", "ziff", "č",
    "čj", "гл", "п", "пп", "ред", "рис", "ст", "стр", "табл", "ч", "№",
];

/// Also at the end of a sentence: whether it is one, is told by the next word.
#[rustfmt::skip]
pub(super) static FINAL: [&str; 183] = [
    "a.d", "a.m", "a.s", "a.ş", "al", "ala", "apod", "aprox", "apt", "ariz", "ark", "assn", "assoc",
    "atd", "av", "ave", "b.a", "b.c", "b.c.e", "b.sc", "b.v", "bldg", "blvd", "bros", "c.e", "c.v",
    "ca2", "calif", "cia", "cm", "co", "colo", "conn", "corp", "cos", "cía", "d.c", "d.d.s", "dept",
    "depts", "e.u", "ecc", "ed", "eds", "ee.uu", "ej", "env", "enz", "esp", "esq", "est", "etc",
    "excl", "exkl", "ff", "fla", "ga", "geb", "gest", "gmbh", "govt", "hrs", "hrsg", "hwy", "inc",
    "incl", "inkl", "intl", "itd", "itp", "j.d", "jh", "jhd", "jr", "kan", "kg", "km", "ky", "lb",
    "lbs", "llc", "ln", "ltd", "ltd.şti", "ltda", "m.a", "m.b.a", "m.d", "m.fl", "m.m", "m.sc",
    "md", "mfg", "mich", "minn", "mio", "misc", "mm", "mont", "mrd", "n.c", "n.d", "n.h", "n.j",
    "n.m", "n.v", "n.y", "natl", "neb", "nev", "o.s.v", "okla", "ont", "osv", "oz", "p.m", "ph.d",
    "plc", "pseud", "r.i", "r.n", "rd", "ref", "refs", "resp", "ret", "s.a", "s.a.s", "s.c", "s.d",
    "s.l", "s.p.a", "s.r.l", "sask", "sek", "sq", "ss.aa", "std", "tenn", "tex", "tsd", "u.a.e",
    "u.k", "u.n", "u.s", "u.s.a", "u.s.s.r", "u.s.w", "u.v.m", "univ", "usf", "usw", "uu.ee", "va",
    "vd", "vt", "w.va", "wis", "wyo", "yr", "yrs", "κ.ά", "в", "вв", "г", "гг", "др", "кв", "кг",
    "км", "коп", "млн", "млрд", "мм", "н.э", "р", "рр", "руб", "см", "ср", "т.д", "т.п", "тыс",
];

/// Words that, with a capital, begin a sentence rather than a name.
#[rustfmt::skip]
pub(super) static STARTERS: [&str; 156] = [
    "a", "about", "above", "according", "after", "again", "against", "all", "also", "although",
    "among", "an", "and", "another", "are", "as", "asked", "at", "because", "before", "below",
    "between", "both", "but", "by", "can", "could", "despite", "did", "do", "does", "during",
    "each", "earlier", "either", "even", "every", "few", "for", "from", "furthermore", "given",
    "had", "has", "have", "he", "hence", "her", "here", "his", "how", "however", "i", "if", "in",
    "instead", "into", "is", "it", "its", "just", "later", "less", "let", "like", "many", "may",
    "maybe", "meanwhile", "might", "more", "moreover", "most", "mr", "mrs", "ms", "much", "must",
    "my", "neither", "nevertheless", "no", "nonetheless", "nor", "not", "now", "of", "on", "once",
    "one", "only", "or", "other", "others", "our", "over", "perhaps", "rather", "several", "she",
    "should", "since", "so", "some", "speaking", "still", "such", "than", "that", "the", "their",
    "then", "there", "therefore", "these", "they", "this", "those", "though", "three", "through",
    "throughout", "thus", "to", "today", "tomorrow", "two", "under", "unless", "unlike", "until",
    "was", "we", "well", "were", "what", "when", "whenever", "where", "wherever", "which", "while",
    "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yes", "yesterday",
    "yet", "you", "your",
];

/// Nouns that have a capital only where they begin a sentence; between names they have small letters.
#[rustfmt::skip]
pub(super) static PLAIN_NOUNS: [&str; 127] = [
    "activists", "aid", "aides", "allies", "analysts", "anybody", "authorities", "banks",
    "businesses", "buyers", "campaigners", "children", "commuters", "companies", "consumers",
    "costs", "crews", "critics", "crowds", "customers", "demonstrators", "details", "diplomats",
    "doctors", "drivers", "economists", "efforts", "employees", "everybody", "everyone",
    "executives", "experts", "exports", "families", "fans", "farmers", "fighting", "firefighters",
    "fishermen", "fishers", "friends", "guests", "hospitals", "imports", "inflation",
    "investigators", "investors", "journalists", "jurors", "lawmakers", "lawsuits", "lawyers",
    "leaders", "markets", "migrants", "militants", "ministers", "negotiations", "negotiators",
    "neighbors", "neighbours", "nobody", "nothing", "observers", "officials", "opponents", "owners",
    "parents", "passengers", "passersby", "patients", "people", "plans", "players", "police",
    "politicians", "prices", "profits", "prosecutors", "protesters", "protestors", "readers",
    "rebels", "refugees", "relations", "relatives", "reporters", "reports", "rescuers",
    "researchers", "residents", "results", "revenue", "revenues", "rivals", "rumors", "rumours",
    "sales", "sanctions", "schools", "scientists", "sellers", "shareholders", "shares", "shoppers",
    "shops", "somebody", "someone", "something", "spectators", "stocks", "students", "supporters",
    "talks", "tariffs", "teachers", "tensions", "ties", "tourists", "traders", "troops", "turnout",
    "victims", "visitors", "voters", "witnesses", "workers",
];

/// Of [`STARTERS`], the ones that are no surname: behind an initial they begin a sentence.
#[rustfmt::skip]
pub(super) static AFTER_INITIALS: [&str; 60] = [
    "a", "after", "also", "although", "an", "and", "are", "as", "at", "because", "before", "but",
    "did", "do", "does", "for", "from", "he", "her", "his", "how", "however", "if", "in", "is",
    "it", "its", "meanwhile", "my", "no", "not", "on", "our", "she", "since", "so", "that", "the",
    "their", "then", "there", "these", "they", "this", "those", "thus", "to", "was", "we", "were",
    "what", "when", "where", "while", "who", "why", "with", "yes", "you", "your",
];

/// Verbs behind a name that says who asked or cried what stands before it.
#[rustfmt::skip]
pub(super) static REPORTING: [&str; 55] = [
    "added", "adds", "answered", "answers", "argued", "asked", "asks", "asserted", "called",
    "chanted", "continued", "cried", "cries", "declared", "declares", "demanded", "demands",
    "exclaimed", "explained", "fumed", "inquired", "insisted", "insists", "joked", "murmured",
    "mused", "muttered", "noted", "pleaded", "posted", "quipped", "recalled", "remarked", "replied",
    "replies", "responded", "retorted", "said", "say", "says", "screamed", "shouted", "shouts",
    "snapped", "tells", "thundered", "told", "tweeted", "urged", "warned", "whispered", "wondered",
    "writes", "wrote", "yelled",
];
