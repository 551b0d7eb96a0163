//! The ways by which a speaker is found, and how often each is right.

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The source has the name in full.
    Name,
    /// The source has a part of the name.
    Surname,
    /// The name stands beside the source, between commas.
    Beside,
    /// The source is a description and all that the article has.
    Described,
    /// The article says of somebody what the source says.
    Role,
    /// So it does, of several.
    RoleDoubtful,
    /// A more general word for what the article says of somebody.
    RoleLike,
    /// Whoever spoke last, of whom the source may say something new.
    RoleLast,
    /// Somebody named only later.
    Ahead,
    /// The last two who spoke.
    Both,
    /// A body or document by a word of its name.
    ThingNamed,
    /// A body by a more general word.
    ThingLike,
    /// `he` or `she`, of known gender.
    Pronoun,
    /// `he` or `she`, of unknown gender.
    PronounUnsure,
    /// `he` or `she`, where another is nearly as near.
    PronounDoubtful,
    /// `it` or `they`.
    Thing,
    /// `it` or `they`, where another is nearly as near.
    ThingDoubtful,
    /// Somebody of whom the words around within marks speak.
    Within,
    /// `I` and `we`, of the one who is quoted.
    First,
    /// The record names nobody and goes on with another.
    Continued,
    /// The label of a turn.
    Label,
    /// `Q` and `A`.
    Interview,
}

impl How {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 22] = [
        Self::Name,
        Self::Surname,
        Self::Beside,
        Self::Described,
        Self::Role,
        Self::RoleDoubtful,
        Self::RoleLike,
        Self::RoleLast,
        Self::Ahead,
        Self::Both,
        Self::ThingNamed,
        Self::ThingLike,
        Self::Pronoun,
        Self::PronounUnsure,
        Self::PronounDoubtful,
        Self::Thing,
        Self::ThingDoubtful,
        Self::Within,
        Self::First,
        Self::Continued,
        Self::Label,
        Self::Interview,
    ];

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Surname => "part_of_name",
            Self::Beside => "name_beside",
            Self::Described => "description",
            Self::Role => "role",
            Self::RoleDoubtful => "role_doubtful",
            Self::RoleLike => "role_like",
            Self::RoleLast => "role_last",
            Self::Ahead => "role_ahead",
            Self::Both => "both",
            Self::ThingNamed => "body",
            Self::ThingLike => "body_like",
            Self::Pronoun => "pronoun",
            Self::PronounUnsure => "pronoun_unsure",
            Self::PronounDoubtful => "pronoun_doubtful",
            Self::Thing => "pronoun_thing",
            Self::ThingDoubtful => "pronoun_thing_doubtful",
            Self::Within => "pronoun_within",
            Self::First => "first_person",
            Self::Continued => "continued",
            Self::Label => "label",
            Self::Interview => "interview",
        }
    }

    /// The share of those found so that are right, as measured (`docs/speakers.md`).
    pub const fn confidence(self) -> f64 {
        match self {
            Self::Interview | Self::Label => 0.96,
            Self::Name | Self::Surname | Self::Pronoun => 0.95,
            Self::PronounUnsure => 0.9,
            Self::Role => 0.88,
            Self::RoleLast => 0.84,
            Self::Continued | Self::ThingNamed => 0.82,
            Self::Ahead | Self::Beside | Self::First => 0.8,
            Self::RoleLike => 0.78,
            Self::Thing => 0.75,
            Self::Described => 0.73,
            Self::ThingLike => 0.68,
            Self::PronounDoubtful => 0.62,
            Self::Within => 0.6,
            Self::Both => 0.55,
            Self::RoleDoubtful => 0.35,
            Self::ThingDoubtful => 0.3,
        }
    }
}
