//! The plots in English.

use super::{Needs, Plot};

pub(super) const PLOTS: &[Plot] = &[
    Plot {
        needs: Needs::Pet,
        title: "[{a} and the lost {a.pet}|Where is {a.petname}?|The day {a.petname} went away]",
        paragraphs: &[
            &[
                "{a} has {a.apet} called {a.petname}.",
                "One [rainy|windy|quiet|cold] [morning|evening], {a.petname} was [nowhere to be seen|not at home|gone].",
                "{a} was very [worried|afraid|sad].",
                "[\"Where can {a.petname} be?\" {a.he} thought.|{a.He} had never been without {a.petname} for so long.]",
            ],
            &[
                "First {a} looked [in the garden|under the table|behind the house], but {a.petname} was not there.",
                "Then {a.he} [walked all the way to|went to|hurried to] {p} in {p.home}.",
                "[Nobody there had seen a {a.pet}.|The people there shook their heads.|There were many people, but no {a.petname}.]",
                "{a} [sat down on the steps|wanted to cry|did not know what to do].",
            ],
            &[
                "Just then {b} came along.",
                "{b}, [?b.child:a {b.grade} pupil|{b.ajob}] from {b.home}, [stopped|noticed {a.p} sad face|asked what was wrong].",
                "\"I cannot find {a.petname},\" said {a}.",
                "\"[Let us think|Do not worry|Wait a moment],\" said {b}. \"[What does your {a.pet} like to do?|Where does {a.petname} feel safe?]\"",
                "{a} thought for a while. \"At this hour {a.petname} {a.pet.does},\" {a.he} said.",
            ],
            &[
                "The two went back to {a.p} house in {a.home} and [listened|opened every door|looked in the one place they had forgotten].",
                "There was {a.petname}, [fast asleep|as happy as ever|wondering what all the noise was about]!",
                "{a} [laughed|cried with joy|was so happy that {a.he} could not speak].",
                "To thank {b}, {a} [served|brought out|bought] {b.food}, because that is what {b} likes best.",
                "[From that day on|Since then], {a} has looked twice before worrying.",
            ],
        ],
    },
    Plot {
        needs: Needs::Nothing,
        title: "[A birthday for {b}|{a} plans a party|The secret of {b.month}]",
        paragraphs: &[
            &[
                "It was {b.month}, the month of {b.p} birthday.",
                "{a} wanted to give {b} a [surprise|special present|party].",
                "But what would {b} like? {a} was not sure.",
            ],
            &[
                "[First|At first] {a} thought of a [book|hat|clock], but {b} had [enough of those|three of them already].",
                "Then {a} thought of a [song, but {a.he} was too shy to sing|poem, but {a.he} could not find the words|long walk, but {a.he} was afraid of the rain].",
                "[\"Why is it so hard?\" {a} sighed.|{a} became more and more worried.]",
            ],
            &[
                "In the end {a} remembered three things about {b}.",
                "{b.p} favourite colour is {b.colour}.",
                "{b.p} favourite food is {b.food}.",
                "And {b.p} hobby is {b.hobby}.",
                "\"Now I know!\" said {a}.",
            ],
            &[
                "On the day of the birthday, {b} [opened the door|came home|was called to the garden].",
                "Everything was {b.colour}: the [flowers|paper lanterns|ribbons], the cloth and even the cups.",
                "On the table stood [plenty of|more than enough|a feast of] {b.food}.",
                "\"[How did you know?|Is all this for me?]\" asked {b} with [shining eyes|a big smile|tears of joy].",
                "\"[Friends remember|I listen to you],\" said {a}.",
                "It was the best birthday that {b} had ever had.",
            ],
        ],
    },
    Plot {
        needs: Needs::Job,
        title: "[A hard day at {a.work}|The {a.job} who made a mistake|What {a} learned at {a.work}]",
        paragraphs: &[
            &[
                "{a} works as {a.ajob} at {a.work}.",
                "{a.He} {a.job.does} there every day, and {a.he} is proud of it.",
                "But one [Monday|Friday|winter day] everything went wrong.",
            ],
            &[
                "In the morning {a} [came too late|dropped a heavy box|lost the key].",
                "At noon {a.he} [forgot something important|spilled a pot of tea|gave the wrong answer].",
                "In the afternoon a guest [became angry|went away without a word|complained in a loud voice].",
                "\"[I am not a good {a.job}|Perhaps I should stop|I can do nothing right],\" thought {a}.",
            ],
            &[
                "That evening {a} met {b} [in front of {p}|on the bridge|at the bus stop].",
                "{b} [?b.child:is still a pupil, but {b.he}|is {b.ajob} at {b.work} and] knows how to listen.",
                "{a} told {b} everything.",
                "\"[Everybody has such days|I make mistakes too],\" said {b}. \"[Tomorrow, start again|Say sorry, and begin anew|Eat something good and sleep well].\"",
                "Then {b} invited {a} to eat {a.food}, {a.p} favourite food.",
            ],
            &[
                "The next morning {a} went to {a.work} [early|with a smile|with new courage].",
                "{a.He} said sorry to the guest, and the guest [smiled|said sorry too|nodded].",
                "{a} {a.job.did} more carefully than ever.",
                "\"[It is good to be {a.ajob}|I like this work after all],\" {a} thought, and {a.he} was happy again.",
            ],
        ],
    },
    Plot {
        needs: Needs::Nothing,
        title: "[The quarrel of {a} and {b}|{a}, {b} and the {a.colour} kite|After the quarrel]",
        paragraphs: &[
            &[
                "{a} had {a.acolour} kite. {a.colour} is {a.p} favourite colour.",
                "One day {b} borrowed the kite and [forgot it on the train|lost it in the wind|broke it].",
                "{a} was [angry|so angry that {a.he} said an unkind word|hurt].",
                "\"[You never take care|That was the best kite I ever had],\" {a} said, and {b} went home without a word.",
            ],
            &[
                "The next day the two did not [speak|greet each other|look at each other].",
                "{a} tried {a.hobby}, {a.his} hobby, but it was no fun.",
                "{b} tried to eat {b.food}, {b.his} favourite food, but did not enjoy {b.them}.",
                "[Both were sad|Neither was happy|Both felt lonely], but neither wanted to speak first.",
            ],
            &[
                "On the third day it rained.",
                "{b} went to a shop near {p} in {p.home} and [looked for|bought|asked for] a new kite.",
                "It had to be {a.colour}, for {b} knew what {a} likes.",
                "At the door {b} met {a}, who was [wet to the skin|standing in the rain].",
            ],
            &[
                "\"This is for you. I am sorry,\" said {b}.",
                "\"[I am sorry too|I said too much],\" said {a}. \"A kite is only a kite, but you are [you|my friend].\"",
                "When the rain was over, they flew the {a.colour} kite in {a.home}, [laughing|singing|talking all the time].",
            ],
        ],
    },
    Plot {
        needs: Needs::OtherJob,
        title: "[Two jobs, one day|{a} and {b} change places|A day in the other's shoes]",
        paragraphs: &[
            &[
                "{a} is {a.ajob} at {a.work}, and {b} is {b.ajob} at {b.work}.",
                "\"Your work is easy,\" {a} said one day. \"[Mine is much harder|You should see what I do].\"",
                "\"Then let us change places for a day,\" {b} answered.",
            ],
            &[
                "So {a} went to {b.work}, where one has to {b.job.do}.",
                "It was [not easy at all|much harder than it looked]. By noon {a} was [tired|hungry|covered in dust].",
                "Meanwhile {b} was at {a.work}. {b.He} had to {a.job.do}, and {b.his} [hands|feet|arms] hurt.",
                "[\"I want to go home,\" thought {b}.|\"How does {a} do this every day?\" thought {b}.]",
            ],
            &[
                "In the evening the two met in front of {p}.",
                "They looked at each other and [began to laugh|could not help laughing].",
                "\"[I was wrong|Now I understand],\" said {a}. \"[Your work is hard|A {b.job} has to know so much].\"",
                "\"[And I could never be {a.ajob}|I was wrong too],\" said {b}.",
            ],
            &[
                "They ate {a.food}, because {a} likes that best, and then {b.food}, because {b} likes that best.",
                "The next day {a} was {a.ajob} again and {b} was {b.ajob} again, and both were [content|glad].",
            ],
        ],
    },
    Plot {
        needs: Needs::MadeFood,
        title: "[{a} learns to wait|The {a.food} that took too long|{a} cooks]",
        paragraphs: &[
            &[
                "{a} loves {a.food} more than anything else.",
                "One day {a.he} decided to make {a.food} {a.himself}.",
                "\"[How hard can it be?\"|I have seen it done a hundred times,\"] {a} said.",
            ],
            &[
                "The first time, {a.he} [read the recipe wrong|forgot something important|mixed up two bowls].",
                "The second time, {a.he} was [impatient|in a hurry], and everything [went wrong|had to be thrown away].",
                "{a} [sighed|was disappointed|nearly gave up].",
            ],
            &[
                "Then {b} came by. {b} lives in {b.home} and [cooks well|knows a lot about kitchens|is never in a hurry].",
                "\"[You need time|Do not look at the clock],\" said {b}. \"[Let us do it together|I will show you].\"",
                "While they waited, they talked about {b.p} hobby, {b.hobby}, and about {a.p} hobby, {a.hobby}.",
                "[Soon|Before they knew it], an hour had passed.",
            ],
            &[
                "This time {a.p} {a.food} turned out [well|just right|better than any {a} had ever eaten].",
                "\"[What did we do differently?|Why is it so good now?]\" asked {a}.",
                "\"We waited,\" said {b}, and {a} [laughed|understood|wrote it down].",
            ],
        ],
    },
    Plot {
        needs: Needs::Nothing,
        title: "[The lost purse|{a} finds a purse|What {a} found at {p}]",
        paragraphs: &[
            &[
                "One [evening|morning|afternoon] {a} found {b.acolour} purse in front of {p}.",
                "There was [a lot of money|a key and some money|an old photograph and some coins] in it, but no name.",
                "\"[Whose is it?\"|Somebody must be very sad now,\"] {a} thought.",
            ],
            &[
                "{a} asked at {p}, but nobody there had lost a purse.",
                "[\"Keep it,\" said a man.|\"You are lucky,\" said a woman.] But {a} shook {a.his} head. It did not feel right.",
                "{a.He} put up a note: \"Found: a purse. Come to {a.home} and ask for {a}.\"",
            ],
            &[
                "For two days nobody came.",
                "On the third day {a} noticed something: the purse was {b.colour}, and inside was a paper with the word \"{b.hobby}\".",
                "\"Who likes {b.colour} best, and whose hobby is {b.hobby}?\" {a} asked {a.himself}. \"That is {b}!\"",
            ],
            &[
                "{a} ran to {b.home}, where {b} lives.",
                "{b} had been [looking everywhere|too sad to eat|awake all night]. \"My purse!\" {b.he} cried. \"[Thank you|How can I thank you]?\"",
                "\"[Just say thank you|That is not necessary],\" said {a}, but {b} [invited {a.him} to supper|gave {a.him} some {a.food}] all the same.",
            ],
        ],
    },
    Plot {
        needs: Needs::Nothing,
        title: "[The storm|A night of wind|{a} is not afraid]",
        paragraphs: &[
            &[
                "A storm came to Izumi one [autumn|summer] night.",
                "In {a.home}, where {a} lives, the [lights went out|wind shook the windows|river rose].",
                "[?a.pet:{a.petname}, {a.p} {a.pet}, hid under the bed.|{a} sat alone in the dark.]",
                "{a} was afraid, but {a.he} did not want to say so.",
            ],
            &[
                "{a.He} [lit a candle|sang a song|counted to a hundred], but the wind [blew it out|was louder|did not stop].",
                "{a.He} thought of {a.hobby}, {a.his} hobby, but that did not help either.",
            ],
            &[
                "Then there was a knock at the door. It was {b}, [?b.child:together with {b.his} family|the {b.job} from {b.work}], with a lamp in {b.his} hand.",
                "\"I saw that your house was dark,\" said {b}. \"To tell the truth, I was afraid.\"",
                "\"You too?\" said {a}. \"I was afraid as well!\"",
                "The two [laughed|felt better at once].",
            ],
            &[
                "They sat down and ate {a.food}, which {a} likes best, and told each other stories until morning.",
                "When the sun came up, the storm was over, and [the sky was clear|a rainbow stood over {p}].",
                "\"[Being afraid is easier with two|Next time I will come to you],\" said {a}.",
            ],
        ],
    },
    Plot {
        needs: Needs::OtherHobby,
        title: "[{a} tries {b.hobby}|A new hobby for {a}|{b} teaches {a}]",
        paragraphs: &[
            &[
                "{b.p} hobby is {b.hobby}.",
                "{a} had never tried it. {a.p} own hobby is {a.hobby}.",
                "\"Come with me on Sunday,\" said {b}. \"[You will like it|It is fun].\"",
            ],
            &[
                "On Sunday the two met at {p}.",
                "{b} {b.hobby.did}, and it looked [easy|wonderful].",
                "But when {a} tried, [nothing worked|everything went wrong|{a.he} was slow and clumsy].",
                "\"[I will never learn this|I have no talent],\" said {a} and wanted to go home.",
            ],
            &[
                "\"Do you remember how you began to {a.hobby.do}?\" asked {b}.",
                "{a} remembered. In the beginning {a.he} had [made many mistakes|been bad at that too].",
                "\"[It took me a year|One step at a time],\" {a} said slowly. \"[All right. Once more|Show me again].\"",
            ],
            &[
                "They practised until evening. [The last try went well|At the end {a} was a little better].",
                "Tired and hungry, they [went to eat|shared] {b.food}, {b.p} favourite food.",
                "\"Next Sunday I will show you how to {a.hobby.do},\" said {a}, and {b} [agreed|was looking forward to it].",
            ],
        ],
    },
    Plot {
        needs: Needs::OtherThanFriend,
        title: "[The letter without a name|{a} gets a letter|A letter in {a.month}]",
        paragraphs: &[
            &[
                "In {a.month}, on {a.his} birthday, {a} got a letter.",
                "It came in {b.acolour} envelope. Inside it said: \"You are a good person. Thank you.\"",
                "There was no name. {a} was [curious|puzzled|happy and curious].",
            ],
            &[
                "{a} asked {a.his} best friend, {a.friend}. \"[Was it you?|Did you write this?]\"",
                "\"[No|I did not write it this time],\" said {a.friend}, \"but look at the colour. Who likes {b.colour} best?\"",
                "{a} also asked at {p}, but nobody there knew the handwriting.",
            ],
            &[
                "That night {a} turned the letter over. There was a small spot on it that smelled of {b.food}.",
                "{b.colour} and {b.food}: the favourite colour and the favourite food of one and the same person!",
                "\"It is {b}!\" cried {a}.",
            ],
            &[
                "The next day {a} went to {b.home} and found {b}.",
                "{b} [turned red|smiled]. \"Last winter you helped me when I was [ill|alone|in trouble],\" {b.he} said. \"I never thanked you.\"",
                "{a} put the letter into a drawer, and whenever {a.he} is sad, {a.he} reads it.",
            ],
        ],
    },
    Plot {
        needs: Needs::Job,
        title: "[The bridge in {a.home}|Everybody helps|{a} has an idea]",
        paragraphs: &[
            &[
                "After the rain the little bridge in {a.home} was broken.",
                "{a}, {a.ajob}, had to walk a long way round to get to {a.work}.",
                "So did all {a.his} neighbours. Everybody was [annoyed|tired of it].",
            ],
            &[
                "{a} wrote to the town hall, but the answer was: \"Please wait.\"",
                "{a.He} laid a plank over the water, but the plank [broke|was washed away].",
                "\"[Alone I cannot do it|One pair of hands is not enough],\" {a} said.",
            ],
            &[
                "Then {a.he} had an idea. {a.He} told everybody: \"On Sunday there will be {a.food} for all who help!\"",
                "{b} came from {b.home}, and so did many others.",
                "{b}, [?b.child:though still a child|{b.ajob} at {b.work}], [carried stones|held the rope|measured the planks].",
                "A neighbour brought [tea|tools|good humour].",
            ],
            &[
                "In the evening the bridge was finished, and [it was better than before|everyone walked over it together].",
                "They ate {a.food} until there was none left.",
                "\"[Many hands make light work|Next year we will build a bench],\" said {b}, and everyone [laughed|agreed].",
            ],
        ],
    },
    Plot {
        needs: Needs::NoRunner,
        title: "[The race|{a} and {b} run|Who is faster?]",
        paragraphs: &[
            &[
                "One autumn there was to be a race from {p} to the river.",
                "{a} of {a.home} wanted to win. So did {b} of {b.home}.",
                "[\"I am faster,\" said {a}. \"We will see,\" said {b}.|The two trained in secret.]",
            ],
            &[
                "{a} ran every morning, ate no {a.food}, although that is {a.his} favourite food, and even gave up {a.hobby}.",
                "{b} ran every evening and gave up {b.hobby}.",
                "Both became [tired|grumpy|thin].",
            ],
            &[
                "The day of the race came. At first {a} was ahead, then {b}.",
                "Near the end {b} [fell|hurt {b.his} foot|lost a shoe].",
                "{a} saw the finish in front of {a.him}. {a.He} stopped, thought, and [turned round|went back].",
                "\"[Hold on to me|Give me your hand],\" {a} said.",
            ],
            &[
                "They crossed the line together, the last of all, but the whole town [cheered|clapped].",
                "Afterwards {a} ate a big helping of {a.food}, and {b} had {b.food}.",
                "\"[Winning is nice|A medal is nice],\" said {b}, \"but [this is nicer|a friend is nicer].\"",
            ],
        ],
    },
];
