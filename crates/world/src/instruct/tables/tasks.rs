//! Small tasks: feelings, simpler words, how to do things, things to count.

use crate::lexicon::{Word, w};

/// Short texts and the feeling they show.
pub(crate) struct Feeling {
    pub(crate) en: &'static str,
    pub(crate) ja: &'static str,
    pub(crate) en_texts: &'static [&'static str],
    pub(crate) ja_texts: &'static [&'static str],
}

pub(crate) const FEELINGS: &[Feeling] = &[
    Feeling { en: "joy", ja: "喜び",
        en_texts: &["{name} won first prize and danced all the way home.", "I got a letter from my best friend today!", "At last the sun came out, and {name} laughed.", "We ate cake and sang until late.", "{name} smiled: the garden was full of flowers.", "My lost cat came back this morning!", "{name} passed the exam and jumped for joy.", "What a lovely party that was!"],
        ja_texts: &["{name}さんは一等賞をもらい、踊りながら家に帰りました。", "今日、親友から手紙が届いた！", "やっと晴れて、{name}さんは笑いました。", "みんなでケーキを食べて、夜まで歌いました。", "庭が花でいっぱいで、{name}さんはにっこりしました。", "いなくなった猫が今朝帰ってきた！", "{name}さんは試験に合格して飛び上がりました。", "なんて楽しいパーティーだったのでしょう！"] },
    Feeling { en: "sadness", ja: "悲しみ",
        en_texts: &["{name} cried when the old tree fell.", "My friend moved away, and the house is quiet.", "The rain did not stop, and {name} sat alone.", "I miss my grandmother so much.", "{name} looked at the empty chair and sighed.", "Nobody came to the party.", "My little bird died last night.", "{name} lost the ring that Mother gave as a present."],
        ja_texts: &["古い木が倒れて、{name}さんは泣きました。", "友だちが引っ越して、家が静かです。", "雨はやまず、{name}さんは一人で座っていました。", "祖母に会いたくてたまらない。", "{name}さんは空っぽの椅子を見てため息をつきました。", "パーティーには誰も来なかった。", "昨日の夜、小鳥が死んでしまった。", "{name}さんは母からもらった指輪をなくしてしまいました。"] },
    Feeling { en: "anger", ja: "怒り",
        en_texts: &["Who broke my window? I will not stand for this!", "{name} slammed the door and shouted.", "He lied to me again, and I have had enough!", "{name} stamped the floor and turned red.", "They took my bicycle without asking!", "Stop making that noise at once!", "{name} threw the letter on the table in a rage.", "I waited two hours and nobody said sorry!"],
        ja_texts: &["誰が窓を割ったんだ？絶対に許さない！", "{name}さんはドアをばたんと閉めて怒鳴りました。", "また嘘をつかれた。もう我慢できない！", "{name}さんは足を踏み鳴らして真っ赤になりました。", "黙って私の自転車を使うなんて！", "その音を今すぐやめろ！", "{name}さんはかっとなって手紙を机に投げつけました。", "二時間も待ったのに、誰も謝らない！"] },
    Feeling { en: "fear", ja: "恐れ",
        en_texts: &["Something moved in the dark, and {name} could not breathe.", "I heard steps behind me and ran.", "{name} hid under the bed during the storm.", "My hands shook when the light went out.", "The big dog growled, and {name} froze.", "I dare not go into that old house.", "{name} trembled at every sound of the night.", "What if the bridge breaks under us?"],
        ja_texts: &["暗闇で何かが動き、{name}さんは息ができませんでした。", "後ろで足音がして、走って逃げた。", "嵐の間、{name}さんはベッドの下に隠れていました。", "明かりが消えて手が震えた。", "大きな犬がうなり、{name}さんは動けなくなりました。", "あの古い家にはこわくて入れない。", "{name}さんは夜の物音のたびにびくびくしました。", "橋が落ちたらどうしよう。"] },
    Feeling { en: "surprise", ja: "驚き",
        en_texts: &["{name} opened the box and stared, open-mouthed.", "What? A fox in the kitchen?", "Suddenly everyone jumped up and called {name}'s name!", "I never thought I would see you here!", "{name} dropped the cup: the statue had moved!", "Snow in July? How can that be?", "The door opened by itself, and {name} stared.", "I had no idea that today was the day!"],
        ja_texts: &["箱を開けた{name}さんは目を疑いました。", "えっ？台所にキツネがいるの？", "突然みんなが飛び出して、{name}さんの名前を呼びました！", "ここで会うとは思いもしなかった！", "像が動いて、{name}さんはカップを落としました！", "七月に雪？どうして？", "ドアがひとりでに開き、{name}さんは目を丸くしました。", "今日がその日だなんて、まさか！"] },
    Feeling { en: "calm", ja: "安らぎ",
        en_texts: &["{name} sat by the lake and listened to the water.", "The evening was warm and still.", "I drank my tea slowly and looked at the hills.", "{name} read a book under the tree and felt at peace.", "Nothing had to be done today.", "The cat slept on my knees while it rained softly.", "{name} breathed deeply and watched the clouds.", "Everything was quiet and good."],
        ja_texts: &["{name}さんは湖のそばに座り、水の音を聞いていました。", "暖かくて静かな夕方でした。", "ゆっくりお茶を飲みながら山を眺めた。", "{name}さんは木の下で本を読み、穏やかな気持ちでした。", "今日は何もしなくていい。", "静かな雨の日、猫は膝の上で眠っていた。", "{name}さんは深く息をして雲を眺めました。", "何もかも静かで満ち足りていた。"] },
];

pub(crate) const FEELING_ASK_EN: &[&str] = &[
    "Which feeling does this show? {text}", "What feeling is in this text? {text}", "{text} What is the feeling?", "Name the emotion: {text}",
    "Is this joy, sadness, anger, fear, surprise or calm? {text}", "How does the writer feel? {text}", "Classify the emotion: {text}", "What emotion is this? {text}",
];

pub(crate) const FEELING_ASK_JA: &[&str] = &[
    "この文はどんな気持ちですか？{text}", "次の文の感情を答えてください。{text}", "{text}この気持ちは何ですか？", "感情を一言で：{text}",
    "喜び、悲しみ、怒り、恐れ、驚き、安らぎのどれですか？{text}", "書いた人はどんな気持ちですか？{text}", "感情を分類してください。{text}", "これは何の感情？{text}",
];

pub(crate) const FEELING_SAY_EN: &[&str] = &["It shows {feeling}.", "The feeling is {feeling}.", "{feeling}."];

pub(crate) const FEELING_SAY_JA: &[&str] = &["{feeling}です。", "この文の気持ちは{feeling}です。", "{feeling}を表しています。"];

/// Sentences in hard words and in simpler ones.
pub(crate) const SIMPLER: &[(&str, &str, &str, &str)] = &[
    // English hard, English simple, Japanese hard, Japanese simple
    ("The merchant commenced his labour at dawn.", "The shopkeeper began his work early in the morning.", "商人は夜明けに労働を開始した。", "お店の人は朝早く仕事を始めました。"),
    ("The physician examined the feverish child.", "The doctor looked at the child who had a fever.", "医師は発熱した児童を診察した。", "お医者さんは熱のある子どもを見ました。"),
    ("They purchased an enormous quantity of apples.", "They bought very many apples.", "彼らは大量の林檎を購入した。", "その人たちはりんごをとてもたくさん買いました。"),
    ("The festival was postponed owing to heavy precipitation.", "The festival was put off because it rained hard.", "祭典は豪雨のため延期された。", "お祭りは大雨で別の日になりました。"),
    ("She resides in a dwelling near the lake.", "She lives in a house near the lake.", "彼女は湖畔の住居に居住している。", "彼女は湖のそばの家に住んでいます。"),
    ("He is extremely fond of literature.", "He likes books very much.", "彼は文学を非常に好む。", "彼は本がとても好きです。"),
    ("The feline slumbered upon the roof.", "The cat slept on the roof.", "猫は屋根の上で睡眠をとった。", "猫は屋根の上で寝ました。"),
    ("The pupils departed from the school at noon.", "The children left the school at noon.", "生徒は正午に下校した。", "子どもたちは昼に学校から帰りました。"),
    ("The baker distributed bread to the inhabitants.", "The baker gave bread to the people of the town.", "パン職人は住民にパンを配布した。", "パン屋さんは町の人にパンをくばりました。"),
    ("It is prohibited to enter the garden at night.", "You must not go into the garden at night.", "夜間の庭園への立ち入りは禁止されている。", "夜、庭に入ってはいけません。"),
    ("The bridge was constructed many years ago.", "The bridge was built many years ago.", "橋は多年の昔に建設された。", "橋はずっと前に作られました。"),
    ("He was compelled to abandon his journey.", "He had to give up his trip.", "彼は旅行の断念を余儀なくされた。", "彼は旅をやめなければなりませんでした。"),
    ("The residents assembled at the station.", "The people of the town came together at the station.", "住民は駅に集合した。", "町の人は駅に集まりました。"),
    ("She assisted her mother with the preparation of supper.", "She helped her mother to make supper.", "彼女は夕食の準備を補助した。", "彼女は夕ご飯を作る手伝いをしました。"),
    ("The river is hazardous after the storm.", "The river is dangerous after the storm.", "嵐の後、川は危険である。", "嵐のあと、川はあぶないです。"),
    ("The canine consumed its meal rapidly.", "The dog ate its food fast.", "犬は迅速に食事を摂取した。", "犬は急いでご飯を食べました。"),
    ("We observed innumerable stars.", "We saw very many stars.", "我々は無数の星を観察した。", "私たちはとてもたくさんの星を見ました。"),
    ("The vehicle ceased to function.", "The car stopped working.", "車両は機能を停止した。", "車が動かなくなりました。"),
    ("He expressed his gratitude to the teacher.", "He said thank you to the teacher.", "彼は教師に謝意を表明した。", "彼は先生にお礼を言いました。"),
    ("The library is closed on account of repairs.", "The library is closed because it is being mended.", "図書館は修繕のため休館している。", "図書館は直しているので休みです。"),
    ("The infant wept throughout the night.", "The baby cried all night.", "乳児は夜通し号泣した。", "赤ちゃんは一晩中泣きました。"),
    ("She possesses a considerable number of books.", "She has many books.", "彼女は相当数の書籍を所有している。", "彼女は本をたくさん持っています。"),
    ("The summit offers a magnificent view.", "From the top you can see far, and it is beautiful.", "山頂からの眺望は壮大である。", "山の上からのながめはとてもきれいです。"),
    ("The gardener extracted the weeds.", "The gardener pulled out the weeds.", "庭師は雑草を除去した。", "庭師は草をぬきました。"),
    ("An elderly man inquired about the route.", "An old man asked the way.", "高齢の男性が道順を尋ねた。", "おじいさんが道を聞きました。"),
    ("The meal was exceedingly delicious.", "The food was very good.", "料理は極めて美味であった。", "ご飯はとてもおいしかったです。"),
    ("They concealed the gift beneath the table.", "They hid the present under the table.", "彼らは贈答品を机の下に隠匿した。", "その人たちはプレゼントを机の下にかくしました。"),
    ("The fishermen returned with scarcely any fish.", "The fishermen came back with almost no fish.", "漁師はほとんど漁獲なく帰還した。", "漁師は魚がほとんどとれずに帰りました。"),
];

pub(crate) const SIMPLER_ASK_EN: &[&str] = &["Say this in simpler words: {text}", "Make this easier to read: {text}", "Rewrite in simple words: {text}", "{text} Please say it more simply.", "How would you say this to a child? {text}"];

pub(crate) const SIMPLER_ASK_JA: &[&str] = &["やさしい言葉で言ってください。{text}", "もっと簡単に書き直してください。{text}", "やさしい日本語にして：{text}", "{text}これを簡単に言うと？", "子どもにもわかるように言ってください。{text}"];

/// How to do something in three short steps. They have many first words, as general advice has: if all began with "1.",
/// that would be the most probable word of all after an act that was never read, and steps of another one would follow.
pub(crate) const HOW_TO: &[(&str, &str, &str, &str)] = &[
    ("make tea", "Boil water. Pour it over the tea leaves. Wait three minutes and drink.", "お茶をいれる", "お湯をわかします。茶葉にお湯を注ぎます。三分待って飲みます。"),
    ("make a rice ball", "Cook rice. Wet your hands and take some salt. Press the rice into a ball.", "おにぎりを作る", "ご飯をたきます。手をぬらして塩をつけます。ご飯をにぎります。"),
    ("make miso soup", "Boil water with tofu. Turn the fire down. Stir in the miso and serve.", "みそ汁を作る", "豆腐を入れてお湯をわかします。火を弱くします。みそをとかして出します。"),
    ("bake bread", "Mix flour, water, salt and yeast. Let the dough rest. Bake it until it is brown.", "パンを焼く", "粉と水と塩と酵母を混ぜます。生地を休ませます。きつね色になるまで焼きます。"),
    ("make pancakes", "Mix flour, eggs and milk. Heat a pan. Bake both sides until golden.", "ホットケーキを作る", "粉と卵と牛乳を混ぜます。フライパンを温めます。両面をこんがり焼きます。"),
    ("boil an egg", "Put the egg into boiling water. Wait eight minutes. Cool it in cold water.", "ゆで卵を作る", "沸いたお湯に卵を入れます。八分待ちます。冷たい水で冷やします。"),
    ("make a salad", "Wash the vegetables. Cut them small. Add oil, salt and lemon.", "サラダを作る", "野菜を洗います。小さく切ります。油と塩とレモンをかけます。"),
    ("plant a flower", "Dig a small hole. Put the flower in. Cover the roots and give water.", "花を植える", "小さな穴をほります。花を入れます。土をかけて水をやります。"),
    ("wash a dog", "Wet the dog with warm water. Wash it gently with soap. Rinse and dry it well.", "犬を洗う", "ぬるま湯で犬をぬらします。せっけんでやさしく洗います。よくすすいで乾かします。"),
    ("feed a cat", "Put food in a clean bowl. Set water beside it. Let the cat eat in peace.", "猫にえさをやる", "きれいな皿にえさを入れます。横に水を置きます。静かに食べさせます。"),
    ("write a letter", "Begin with a greeting. Write what you want to say. End with your name.", "手紙を書く", "あいさつを書きます。伝えたいことを書きます。最後に名前を書きます。"),
    ("make curry", "Fry onions and meat. Add vegetables and water. Stir in the curry and cook slowly.", "カレーを作る", "玉ねぎと肉をいためます。野菜と水を加えます。ルーを入れてゆっくり煮ます。"),
    ("fold a paper crane", "Take square paper. Fold it to a bird base. Make the head and open the wings.", "折り鶴を折る", "四角い紙を用意します。鶴の基本形に折ります。頭を折って羽を広げます。"),
    ("sleep well", "Put your phone away. Make the room dark. Lie down and breathe slowly.", "よく眠る", "電話をしまいます。部屋を暗くします。横になってゆっくり息をします。"),
    ("clean a window", "Wash the glass with soap and water. Rinse it. Wipe it dry with paper.", "窓をきれいにする", "せっけん水でガラスを洗います。水で流します。紙でふいて乾かします。"),
    ("learn a new word", "Read the word aloud. Write it three times. Use it in a sentence.", "新しい言葉を覚える", "言葉を声に出して読みます。三回書きます。文の中で使ってみます。"),
    ("catch a train", "Look up the time. Buy a ticket. Wait behind the line and get on.", "電車に乗る", "時間を調べます。切符を買います。線の後ろで待って乗ります。"),
    ("mend a hole in a shirt", "Take thread of the same colour. Sew the edges together. Tie a knot and cut the thread.", "シャツの穴を直す", "同じ色の糸を用意します。端をぬい合わせます。結んで糸を切ります。"),
    ("make lemonade", "Press two lemons. Add water and sugar. Stir and drink it cold.", "レモネードを作る", "レモンを二つしぼります。水と砂糖を加えます。混ぜて冷たくして飲みます。"),
    ("plan a party", "Choose a day. Invite your friends. Prepare food and music.", "パーティーを計画する", "日を決めます。友だちを招きます。料理と音楽を用意します。"),
    ("write an email", "Give it a clear subject. Say in two sentences what you need. Thank them and add your name.", "メールを書く", "わかりやすい件名をつけます。用件を二文で書きます。お礼と名前で終わります。"),
    ("plan the meals of a week", "See what is in the kitchen. Choose one dish for each day. Write down what you must buy.", "一週間の献立を立てる", "家にあるものを確かめます。一日に一つ料理を決めます。買う物を書き出します。"),
    ("study for a test", "List what will be asked. Learn a little of it every day. Test yourself the evening before.", "テストの勉強をする", "出る範囲を書き出します。毎日少しずつ覚えます。前の晩に自分で試します。"),
    ("choose a good password", "Take four words that do not belong together. Add a number. Use it in one place only.", "よいパスワードを決める", "関係のない言葉を四つ選びます。数字を加えます。一か所だけで使います。"),
    ("save money", "Write down what you spend. Find one thing you can do without. Put that sum aside each month.", "お金をためる", "使ったお金を書きとめます。なくてもよいものを一つ見つけます。その分を毎月取っておきます。"),
    ("introduce myself", "Say your name with a smile. Tell where you come from. Add one thing that you like.", "自己紹介をする", "笑顔で名前を言います。どこから来たかを話します。好きなものを一つ添えます。"),
    ("tidy my room", "Pick everything up from the floor. Put each thing in its place. Throw away what is broken.", "部屋を片づける", "床の物を全部ひろいます。決まった場所にしまいます。こわれた物を捨てます。"),
    ("say sorry to a friend", "Go to your friend soon. Say plainly what you did. Ask what would make it good again.", "友だちにあやまる", "早めに会いに行きます。したことを正直に言います。どうすればよいか聞きます。"),
    ("take a good photo", "Stand with the light behind you. Hold the camera still. Take three and keep the best.", "きれいな写真を撮る", "光を背にして立ちます。カメラを動かさないで持ちます。三枚撮って一番よいものを残します。"),
    ("wrap a present", "Lay the box on the paper. Fold the sides over and tape them. Tie a ribbon around it.", "プレゼントを包む", "箱を紙の上に置きます。両側を折ってテープで留めます。リボンを結びます。"),
    ("water house plants", "Feel whether the earth is dry. Pour slowly until the saucer is wet. Empty the saucer afterwards.", "鉢植えに水をやる", "土が乾いているか指で確かめます。受け皿がぬれるまでゆっくり注ぎます。受け皿の水を捨てます。"),
    ("read more books", "Choose one that you look forward to. Read ten pages every evening. Tell someone about it.", "本をもっと読む", "楽しみな本を一冊選びます。毎晩十ページ読みます。誰かに話します。"),
];

pub(crate) const SUMMARY_ASK_EN: &[&str] = &["Summarise this: {text}", "Sum this up in one sentence: {text}", "{text} Please sum this up.", "Make this shorter: {text}", "What is the main point? {text}"];

pub(crate) const SUMMARY_ASK_JA: &[&str] = &["要約してください。{text}", "一文にまとめてください。{text}", "{text}これをまとめてください。", "短くしてください。{text}", "要点は何ですか？{text}"];

/// Things to count: English plural, Japanese with its counter (`{n}` the number).
pub(crate) const THINGS: &[(&str, &str, &str)] = &[
    ("apples", "りんご", "個"), ("eggs", "卵", "個"), ("books", "本", "冊"), ("pencils", "鉛筆", "本"), ("flowers", "花", "本"), ("stamps", "切手", "枚"), ("plates", "皿", "枚"), ("rice balls", "おにぎり", "個"),
];

/// What people ask to have said after them: `{x}`.
pub(crate) const REPEAT_EN: &[&str] = &[
    "Repeat after me: {x}", "Say \"{x}\".", "Please say \"{x}\".", "Repeat: {x}", "Can you say \"{x}\"?", "Say the words \"{x}\".", "Repeat this: {x}", "Please repeat \"{x}\".", "Write \"{x}\" once more.", "Echo: {x}", "Say {x}", "Now say \"{x}\".",
    "Could you repeat \"{x}\" for me?", "Just say {x}.", "Say after me: {x}",
];
pub(crate) const REPEAT_JA: &[&str] = &[
    "「{x}」と言ってください。", "「{x}」と繰り返してください。", "繰り返してください：{x}", "次の言葉を繰り返して：{x}", "「{x}」って言って", "私の後に続けて言ってください。{x}", "もう一度言ってください：{x}", "復唱：{x}", "「{x}」と書いてください。", "「{x}」と言ってみて。",
    "そのまま繰り返してください。「{x}」", "「{x}」と言えますか？",
];

/// Everyday words and phrases in both languages; the first of several with one English form is what it is in Japanese.
pub(crate) const EVERYDAY: &[Word] = &[
    w("ありがとう", "thank you"), w("ありがとうございます", "thank you very much"), w("こんにちは", "hello"), w("おはようございます", "good morning"), w("おはよう", "good morning"), w("こんばんは", "good evening"), w("おやすみなさい", "good night"), w("さようなら", "goodbye"),
    w("またね", "see you"), w("また明日", "see you tomorrow"), w("すみません", "excuse me"), w("ごめんなさい", "I'm sorry"), w("はい", "yes"), w("いいえ", "no"), w("お願いします", "please"), w("どうぞ", "here you are"),
    w("どういたしまして", "you're welcome"), w("はじめまして", "nice to meet you"), w("お元気ですか", "how are you"), w("元気です", "I am fine"), w("おめでとう", "congratulations"), w("乾杯", "cheers"), w("いただきます", "let's eat"), w("ごちそうさま", "that was delicious"),
    w("助けて", "help me"), w("気をつけて", "take care"), w("いくらですか", "how much is it"), w("どこですか", "where is it"), w("お名前は何ですか", "what is your name"), w("愛しています", "I love you"), w("わかりません", "I don't understand"), w("もう一度お願いします", "once more, please"),
    w("おいしいです", "it is delicious"), w("楽しいです", "it is fun"), w("水", "water"), w("火", "fire"), w("空", "sky"), w("海", "sea"), w("山", "mountain"), w("川", "river"),
    w("花", "flower"), w("木", "tree"), w("月", "moon"), w("星", "star"), w("太陽", "sun"), w("雨", "rain"), w("雪", "snow"), w("風", "wind"),
    w("本", "book"), w("家", "house"), w("学校", "school"), w("先生", "teacher"), w("友だち", "friend"), w("家族", "family"), w("母", "mother"), w("父", "father"),
    w("子ども", "child"), w("犬", "dog"), w("猫", "cat"), w("鳥", "bird"), w("魚", "fish"), w("馬", "horse"), w("車", "car"), w("電車", "train"),
    w("駅", "station"), w("町", "town"), w("道", "road"), w("春", "spring"), w("夏", "summer"), w("秋", "autumn"), w("冬", "winter"), w("今日", "today"),
    w("明日", "tomorrow"), w("昨日", "yesterday"), w("朝", "morning"), w("夜", "night"), w("大きい", "big"), w("小さい", "small"), w("新しい", "new"), w("古い", "old"),
    w("きれい", "beautiful"), w("楽しい", "fun"), w("うれしい", "happy"), w("悲しい", "sad"), w("赤", "red"), w("青", "blue"), w("白", "white"), w("黒", "black"),
    w("一", "one"), w("二", "two"), w("三", "three"), w("食べる", "eat"), w("飲む", "drink"), w("行く", "go"), w("見る", "see"), w("読む", "read"),
    w("書く", "write"), w("話す", "speak"), w("朝ご飯", "breakfast"), w("昼ご飯", "lunch"), w("夕ご飯", "dinner"), w("お茶", "tea"), w("ご飯", "rice"), w("パン", "bread"),
    w("りんご", "apple"), w("卵", "egg"), w("肉", "meat"), w("祭り", "festival"), w("図書館", "library"), w("病院", "hospital"), w("公園", "park"), w("愛", "love"),
    w("平和", "peace"), w("夢", "dream"), w("心", "heart"), w("時間", "time"), w("お金", "money"),
];
