//! Questions about the town as a whole.

/// A question in several wordings, and the answer with its slot `{x}`.
pub(crate) struct OfTheTown {
    pub(crate) en: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) en_reply: &'static str,
    pub(crate) ja_reply: &'static str,
}

/// How many people there are; who; which places, events, dishes and animals.
pub(crate) const TOWN: [OfTheTown; 6] = [
    OfTheTown {
        en: &["How many people live in Izumi?", "What is the population of Izumi?", "How many residents does Izumi have?", "How big is Izumi?"],
        ja: &["泉町には何人住んでいますか？", "泉町の人口は？", "泉町の住民は何人ですか？", "泉町はどのくらいの大きさですか？"],
        en_reply: "{x} people live in Izumi.",
        ja_reply: "泉町には{x}人が住んでいます。",
    },
    OfTheTown {
        en: &["Who lives in Izumi?", "Name three people of Izumi.", "Tell me some names of residents.", "Which people do you know?", "Who do you know?"],
        ja: &["泉町には誰が住んでいますか？", "泉町の人を三人教えてください。", "住民の名前を教えて", "誰を知っていますか？", "どんな人がいますか？"],
        en_reply: "For example, {x} live in Izumi.",
        ja_reply: "たとえば、{x}が住んでいます。",
    },
    OfTheTown {
        en: &["What places are there in Izumi?", "Name three places in Izumi.", "Where can I go in Izumi?", "What can I visit in Izumi?"],
        ja: &["泉町にはどんな場所がありますか？", "泉町の場所を三つ教えてください。", "泉町ではどこに行けますか？", "泉町の名所は？"],
        en_reply: "There are {x}, for example.",
        ja_reply: "たとえば、{x}があります。",
    },
    OfTheTown {
        en: &["What festivals are there in Izumi?", "Name three events in Izumi.", "Which events does Izumi have?", "What is there to celebrate in Izumi?"],
        ja: &["泉町にはどんな祭りがありますか？", "泉町の行事を三つ教えてください。", "泉町の行事は何ですか？", "どんなイベントがありますか？"],
        en_reply: "There are the {x}, for example.",
        ja_reply: "たとえば、{x}があります。",
    },
    OfTheTown {
        en: &["What dishes are there in Izumi?", "What can I eat in Izumi?", "Name three dishes of Izumi.", "Which foods is Izumi known for?"],
        ja: &["泉町の料理は何がありますか？", "泉町では何が食べられますか？", "泉町の料理を三つ教えてください。", "泉町の名物料理は？"],
        en_reply: "You can eat {x}, for example.",
        ja_reply: "たとえば、{x}が食べられます。",
    },
    OfTheTown {
        en: &["Which animals live in Izumi?", "Name three animals of Izumi.", "What animals can I see in Izumi?"],
        ja: &["泉町にはどんな動物がいますか？", "泉町の動物の名前を三つ教えてください。", "泉町ではどの動物に会えますか？"],
        en_reply: "You can meet {x}, for example.",
        ja_reply: "たとえば、{x}に会えます。",
    },
];
