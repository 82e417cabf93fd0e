//! Feelings that people tell of. Glad and sad things begin alike ("I feel …", 「今日は…」), so that the word for the feeling
//! decides the reply, and no glad reply begins as a sad one does.

use super::small_talk::Talk;

/// What may stand before any of them; what follows begins a new sentence.
pub(crate) const BEFORE_EN: &[&str] = &["Hi!", "Hello.", "Hey.", "Hello, Gensen.", "Hi Gensen!", "Good evening.", "Can I tell you something?", "Good day."];
pub(crate) const BEFORE_JA: &[&str] = &["こんにちは。", "あのね、", "実は、", "ねえ、", "聞いてください。", "こんばんは。", "言泉さん、", "あのう、"];

pub(super) const SAD: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm sad.", "I am sad.", "I feel sad.", "I feel sad today.", "I am so sad today.", "I'm feeling very sad.", "I'm really sad right now.", "so sad today", "I feel down.", "I am a bit down.", "I'm feeling blue.",
        "I am unhappy.", "My dog ran away and I feel terrible.", "I dropped my ice cream and I could cry.", "My best friend forgot my birthday.", "We lost the match and I feel awful.", "She ate my last biscuit and broke my heart.", "I feel miserable because it rains.", "I feel unhappy today.", "I have been sad all day.", "I feel like crying.", "I can't stop crying.", "I had a bad day.", "Today was a terrible day.", "My heart is heavy.", "I am heartbroken.",
        "I am sad because my friend moved away.", "I'm sad because I failed my exam.", "My boyfriend left me.", "I lost my favourite ring and I am sad.", "Everything makes me sad today.",
    ],
    en_replies: &[
        "Oh, I am sorry that you are sad. Do you want to tell me about it?",
        "That sounds hard. I am here to listen.",
        "Oh, I am sorry to hear that. Be kind to yourself today.",
        "Oh, that is sad. A warm drink and a talk with a friend may help.",
    ],
    ja: &[
        "悲しい", "悲しいです。", "犬が逃げてしまって悲しいです。", "試合に負けてくやしくて泣いた", "誕生日を忘れられて落ち込みました。", "お気に入りの皿を割ってしまった", "応援していた人が引退して悲しい", "今日は悲しい", "今日はとても悲しいです。", "すごく悲しい。", "なんだか悲しい気分です。", "とても悲しいんです。", "ちょっと落ち込んでいます。", "落ち込んでる", "気分が沈んでいます。", "今日は元気が出ません。", "つらいです。",
        "泣きたい気分です。", "涙が止まらない", "ずっと泣いています。", "嫌な一日だった", "今日は最悪の一日でした。", "心が重いです。", "失恋しました。",
        "友だちが引っ越して悲しいです。", "試験に落ちて悲しい", "彼女にふられた", "大事な指輪をなくして悲しいです。", "朝からずっと悲しい",
    ],
    ja_replies: &[
        "それは悲しいですね。よかったら話してください。",
        "それはつらいですね。お話を聞きますよ。",
        "悲しい気持ちなのですね。今日は自分にやさしくしてください。",
        "それは悲しいですね。温かい飲み物を飲んで、友だちと話すといいかもしれません。",
    ],
};

pub(super) const TIRED: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm tired.", "I am tired.", "I feel tired.", "I feel tired today.", "I am so tired today.", "I'm feeling very tired.", "I am really tired right now.", "so tired", "I'm exhausted.", "I am worn out.", "I'm a bit tired.",
        "I have been tired all day.", "I feel sleepy.", "I'm so sleepy.", "I could not sleep last night.", "I only slept three hours.", "I need a break.", "I have no energy today.", "Long day. I'm tired.",
        "I am tired because I worked all day.", "Work was so tiring today.", "I have been working too much.", "My legs are tired from walking.",
    ],
    en_replies: &[
        "Oh, you must be tired. Please rest a little.",
        "That sounds tiring. A good sleep will help.",
        "Oh, you need a rest. Sit down and have a cup of tea.",
        "Oh, please take a break. Go to bed early tonight if you can.",
    ],
    ja: &[
        "疲れた", "疲れました。", "疲れています。", "今日は疲れた", "今日はとても疲れました。", "すごく疲れた。", "なんだか疲れています。", "ちょっと疲れました。", "くたくたです。", "へとへとだよ", "もうぐったりです。", "眠いです。", "眠い",
        "今日はとても眠いです。", "昨日は眠れませんでした。", "三時間しか寝ていません。", "休みたいです。", "力が出ない", "朝からずっと疲れています。",
        "一日中働いて疲れました。", "仕事で疲れた", "残業続きで疲れています。", "歩きすぎて足が疲れた",
    ],
    ja_replies: &[
        "お疲れさまです。少し休んでくださいね。",
        "それは大変ですね。今日は早く寝てください。",
        "お疲れのようですね。温かいお茶を飲んでひと休みしましょう。",
        "疲れたときは、ゆっくり休むのが一番です。",
    ],
};

pub(super) const ANGRY: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm angry.", "I am angry.", "I feel angry.", "I feel angry today.", "I am so angry today!", "I'm really angry right now.", "so angry", "I'm mad.", "I am so mad!", "I am furious.", "I'm feeling annoyed.", "I feel annoyed today.",
        "I'm a bit irritated.", "I have been angry all day.", "I am fed up!", "This makes me so angry!", "I want to scream!", "My neighbour is so loud!", "Someone stole my bicycle!", "My friend lied to me.", "My boss shouted at me.",
        "My brother ate my cake and I am angry.", "I am angry because he was late again.", "I am angry at my sister.",
    ],
    en_replies: &[
        "Oh, that is annoying. Take a deep breath first.",
        "That sounds annoying. Do you want to tell me what happened?",
        "Oh, I can see why you are angry. A short walk may help.",
        "Oh, that would make anyone angry. Count to ten and breathe slowly.",
    ],
    ja: &[
        "怒っています。", "怒ってる", "腹が立つ", "腹が立ちます。", "今日は腹が立つ", "今日はとても怒っています。", "すごく腹が立った。", "むかつく", "むかついています。", "頭にきた", "頭にきました。", "いらいらする",
        "なんだかイライラしています。", "ちょっといらいらしています。", "もう我慢できない！", "もううんざりです。", "隣の人がうるさいんです。", "自転車を盗まれました！", "友だちに嘘をつかれた", "上司に怒鳴られました。", "朝からずっといらいらしています。",
        "弟にケーキを食べられて腹が立つ", "また遅刻されて怒っています。", "妹に腹が立っています。",
    ],
    ja_replies: &[
        "それは腹が立ちますね。まず深呼吸をしましょう。",
        "それはいやですね。何があったか話してくれますか。",
        "怒るのも当然です。少し歩くと落ち着くかもしれません。",
        "腹が立つときは、ゆっくり十まで数えてみてください。",
    ],
};

pub(super) const WORRIED: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm worried.", "I am worried.", "I feel worried.", "I feel worried today.", "I am so worried today.", "so worried", "I'm scared.", "I am scared.", "I feel scared.", "I am so scared right now.", "I'm afraid.", "I feel anxious.",
        "I'm feeling very anxious.", "I have been anxious all day.", "I worry too much.", "I am scared of the dark.", "I'm afraid of thunder.", "I had a scary dream.", "The storm scares me.", "What if everything goes wrong?",
        "I am worried about my mother.", "I'm worried about money.", "I'm worried because my son is late.", "I am scared because I heard a noise.",
    ],
    en_replies: &[
        "Oh, that must be hard. Breathe slowly; you are not alone.",
        "That sounds worrying. Do you want to tell me more?",
        "Oh, it is all right to be afraid. Talking about it may help.",
        "That sounds hard. Try to breathe slowly and think of something nice.",
    ],
    ja: &[
        "心配です。", "心配", "心配しています。", "とても心配なんです。", "不安です。", "不安", "なんだか不安です。", "今日はとても不安です。", "すごく不安だ。", "ちょっと不安です。", "怖い", "怖いです。", "こわい！", "今日はとても怖いです。",
        "暗いところが怖いです。", "雷が怖い", "怖い夢を見ました。", "嵐が怖いです。", "心配しすぎて眠れません。", "朝からずっと不安です。",
        "母のことが心配です。", "お金のことが心配", "息子が帰ってこなくて心配です。", "変な音がして怖い",
    ],
    ja_replies: &[
        "それは不安ですね。よかったら話してください。",
        "不安なときは、ゆっくり息をしてみましょう。",
        "それは心細いですね。誰かと話すと楽になるかもしれません。",
        "それは不安ですね。でも、一人ではありませんよ。",
    ],
};

pub(super) const NERVOUS: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm nervous.", "I am nervous.", "I feel nervous.", "I feel nervous today.", "I am so nervous today.", "I'm feeling very nervous.", "I'm really nervous right now.", "so nervous", "I am a bit nervous.", "I am tense.",
        "I have been nervous all day.", "I have butterflies in my stomach.", "I have an exam tomorrow.", "I have a job interview today.", "I start a new job tomorrow.", "I have to sing in front of everyone.", "I go on stage in an hour.",
        "I have a big match today.", "I am meeting her parents tomorrow.", "I have an exam tomorrow and I am nervous.", "I am nervous about my speech.", "I'm nervous because it is my first day at school.",
    ],
    en_replies: &[
        "Oh, it is normal to be nervous. Take a deep breath.",
        "Oh, I hope that it goes well. You can do it!",
        "Good luck! Breathe slowly and take it step by step.",
        "Being nervous only shows that you care. You can do it!",
    ],
    ja: &[
        "緊張しています。", "緊張する", "緊張してきた", "緊張します。", "今日は緊張しています。", "今日はとても緊張しています。", "すごく緊張する。", "なんだか緊張しています。", "ちょっと緊張しています。", "どきどきしています。", "ドキドキする",
        "そわそわして落ち着きません。", "手が震えています。", "明日は試験です。", "今日は面接です。", "明日から新しい仕事です。", "みんなの前で歌うんです。", "もうすぐ出番です。", "今日は大事な試合です。", "明日、彼女の両親に会います。", "朝からずっと緊張しています。",
        "明日試験があって緊張しています。", "発表の前で緊張しています。", "初めての学校で緊張する",
    ],
    ja_replies: &[
        "緊張しますね。深呼吸をしてみましょう。",
        "それは緊張しますね。きっと大丈夫ですよ。",
        "緊張するのは自然なことです。ゆっくり息をしてください。",
        "うまくいきますように。応援しています！",
    ],
};

pub(super) const ILL: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm ill.", "I am sick.", "I feel ill.", "I feel sick today.", "I am so ill today.", "I don't feel well.", "I feel unwell.", "so sick today", "I am in pain.", "I feel dizzy.", "I have a cold.", "I have a fever.", "I have a headache.",
        "My head hurts.", "My stomach hurts.", "My back hurts.", "I have a toothache.", "My throat is sore.", "I hurt my foot.", "I cut my finger.", "I fell and hurt my knee.", "I can't stop coughing.", "I have been ill all week.",
        "I caught a cold and feel awful.",
    ],
    en_replies: &[
        "Oh, I hope that you feel better soon. Please rest.",
        "That sounds unpleasant. Please rest, and see a doctor if it gets worse.",
        "Oh dear, take good care of yourself. Get well soon!",
        "Oh, please be careful and rest well. If it does not get better, see a doctor.",
    ],
    ja: &[
        "具合が悪いです。", "具合が悪い", "体調が悪いです。", "今日は体調が悪い", "今日はとても具合が悪いです。", "なんだか気分が悪いです。", "ちょっと体がだるいです。", "病気です。", "すごく痛い！", "めまいがします。", "風邪をひきました。", "風邪ひいた",
        "熱があります。", "熱が出た", "頭が痛いです。", "頭が痛い", "お腹が痛い", "お腹が痛いです。", "腰が痛いです。", "歯が痛い", "のどが痛いです。", "足をけがしました。", "指を切ってしまった", "転んでひざを打ちました。", "せきが止まりません。",
        "朝からずっと頭痛がします。",
    ],
    ja_replies: &[
        "それはつらいですね。お大事にしてください。",
        "お大事に。早くよくなりますように。",
        "それは心配です。ゆっくり休んで、ひどくなったら病院に行ってください。",
        "どうか無理をしないで、体を休めてくださいね。",
    ],
};

pub(super) const BORED: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm bored.", "I am bored.", "I feel bored.", "I feel bored today.", "I am so bored today.", "I'm really bored right now.", "so bored", "I'm a bit bored.", "I have been bored all day.", "I have nothing to do.", "There is nothing to do here.",
        "This is so boring.", "Sundays are boring.", "I'm bored at home.", "School is boring.", "What can I do? I'm bored.", "There is nothing on TV.", "Everything is dull today.",
        "I am bored because it is raining.", "I'm bored because my friends are away.", "I am waiting for the bus and I'm bored.",
    ],
    en_replies: &[
        "Let's talk about Izumi! You can ask me who works there and who has a pet.",
        "Let's do something about that! Ask me for a short story.",
        "Let's talk! Shall I tell you about someone in Izumi?",
        "How about a walk or a good book? Or ask me about Izumi!",
    ],
    ja: &[
        "暇です。", "ひま", "暇だなあ", "退屈です。", "退屈", "今日は暇です。", "今日はとても退屈です。", "すごく暇。", "なんだか退屈です。", "ちょっと退屈しています。", "やることがない", "することがありません。", "つまらない一日です。",
        "日曜日は退屈です。", "家で暇にしています。", "授業が退屈だ", "今日は何をすればいいかな", "テレビも面白くない", "朝からずっと暇です。", "暇で仕方がない",
        "何もすることがなくて退屈", "雨で外に出られなくて退屈です。", "友だちがいなくて暇です。", "バスを待っていて暇です。",
    ],
    ja_replies: &[
        "泉町の話をしましょう！誰が何の仕事をしているか聞いてみてください。",
        "それなら、お話ししましょう！泉町の誰かのことを話しましょうか。",
        "散歩や読書はどうですか。泉町のことを聞いてくれてもいいですよ。",
        "それなら、短いお話を頼んでみてください。きっと楽しいですよ。",
    ],
};

pub(super) const GRIEVING: Talk = Talk {
    kind: "feeling",
    en: &[
        "My cat died.", "My dog died.", "My dog died yesterday.", "My cat died last night and I miss her.", "My rabbit died this morning.", "My bird is dead.", "My goldfish died.", "My grandmother died.", "My grandfather passed away.",
        "My father passed away last week.", "My mother died last year.", "My friend died.", "My uncle has died.", "I lost my wife.", "I lost my husband.", "I lost my grandmother.", "I lost a dear friend.", "The funeral was today.",
        "I am sad because my dog died.", "I feel sad because my grandmother died.", "I miss my grandfather. He died in spring.", "We had to say goodbye to our old cat.", "I am grieving for my brother.",
    ],
    en_replies: &[
        "Oh, I am so sorry for your loss.",
        "Oh, I am very sorry for your loss. It is all right to cry.",
        "That is very sad. I am so sorry for your loss.",
        "Oh, that is a great loss. Take all the time you need.",
    ],
    ja: &[
        "猫が死にました。", "猫が死んじゃった", "犬が死んだ", "昨日、犬が死にました。", "今朝うさぎが死にました。", "小鳥が死んでしまった", "金魚が死んでしまいました。", "愛犬とお別れしました。", "祖母が亡くなりました。", "おばあちゃんが死んじゃった",
        "おじいちゃんが亡くなった", "先週、父が亡くなりました。", "去年、母を亡くしました。", "友だちが亡くなりました。", "おじが亡くなったんです。", "妻を亡くしました。", "夫に先立たれました。", "大切な友人を亡くしました。", "今日は祖母のお葬式でした。",
        "飼っていた猫が死んで悲しいです。", "ペットが死んで悲しい", "祖父に会いたいです。春に亡くなりました。", "兄を亡くしてつらいです。",
    ],
    ja_replies: &[
        "それは本当に悲しいですね。どうか無理をしないでください。",
        "そうでしたか。大切な存在を亡くして、おつらいですね。",
        "それはとてもつらいですね。心からお悔やみ申し上げます。",
        "それは悲しいですね。よかったら思い出を聞かせてください。",
    ],
};

pub(super) const HAPPY: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm happy!", "I am happy.", "I feel happy.", "I feel happy today.", "I'm so happy today.", "I am so happy!", "I'm feeling very happy.", "I'm really happy right now.", "so happy today", "I am glad.", "I feel cheerful.", "I'm in a good mood.",
        "I am delighted.", "I have been happy all day.", "I feel like singing.", "I can't stop smiling.", "I had a great day.", "Today was a wonderful day.", "I got good news today.", "Life is good!", "My cat came back!",
        "I am happy because my friend came to visit.", "I'm happy because the sun is shining.", "I found my lost ring and I am happy.", "Everything makes me happy today.",
    ],
    en_replies: &[
        "How wonderful! I am happy for you.",
        "How nice! I am glad that you are happy.",
        "Wonderful! I hope that the rest of your day is just as good.",
        "How lovely! Thank you for telling me.",
    ],
    ja: &[
        "うれしい！", "嬉しい", "嬉しい！", "嬉しいです。", "今日はすごく嬉しい！", "とても嬉しいです。", "嬉しいことがありました。", "嬉しいことがあったよ", "嬉しくて泣きそうです。", "なんだか嬉しい気分です。", "友だちに会えて嬉しい", "うれしいです。", "今日はうれしい", "今日はとてもうれしいです。", "すごくうれしい。", "なんだか幸せな気分です。", "とてもうれしいんです。", "幸せです。", "幸せ", "楽しいです。", "今日は楽しかった", "気分がいいです。",
        "歌いたい気分です。", "笑顔が止まらない", "いい一日だったよ", "今日は最高の一日でした。", "今日はいい知らせがありました。", "心が軽いです。", "人生っていいですね。", "猫が帰ってきた！",
        "友だちが来てくれてうれしいです。", "晴れてうれしい", "なくした指輪が見つかってうれしいです。", "朝からずっとうれしい",
    ],
    ja_replies: &[
        "よかったですね！私もうれしいです。",
        "すてきですね！うれしい気持ちが伝わってきます。",
        "よかったですね！この後もいい時間になりますように。",
        "うれしいですね！話してくれてありがとうございます。",
    ],
};

pub(super) const PROUD: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm proud.", "I am proud of myself.", "I feel proud.", "I feel proud today.", "I am so proud today.", "I'm feeling very proud.", "so proud", "I passed my exam!", "I won first prize!", "I finished writing my book.", "I got a new job.",
        "I learnt to swim.", "I ran ten kilometres today.", "I got full marks.", "I baked my first bread.", "I can ride a bicycle now!", "I finished all my homework.", "I made it!", "I did it!", "I climbed a mountain today.",
        "I am proud because I passed the test.", "I'm proud of my daughter.", "My son won the race.", "My painting was chosen for the show.",
    ],
    en_replies: &[
        "Congratulations! You can be proud of that.",
        "How great! That is really something to be proud of.",
        "Congratulations! That took a lot of work.",
        "Wonderful! You have every reason to be proud.",
    ],
    ja: &[
        "誇らしいです。", "誇らしい", "今日は誇らしい気分です。", "今日はとても誇らしいです。", "すごく誇らしい。", "自分を誇りに思います。", "試験に合格した！", "試験に合格しました。", "一等賞を取りました！", "本を一冊書き終えました。", "新しい仕事が決まった",
        "泳げるようになりました。", "今日は十キロ走りました。", "満点を取った！", "初めてパンを焼けました。", "自転車に乗れるようになった！", "宿題を全部終えた", "やった！", "ついにできた！", "山の頂上まで登りました。",
        "テストに受かって誇らしいです。", "娘を誇りに思います。", "息子が徒競走で一番になりました。", "私の絵が展覧会に選ばれました。",
    ],
    ja_replies: &[
        "おめでとうございます！誇りに思っていいですよ。",
        "すばらしいですね！誇らしい気持ちになりますね。",
        "おめでとうございます！がんばったかいがありましたね。",
        "すごいですね！本当におめでとうございます。",
    ],
};

pub(super) const CELEBRATING: Talk = Talk {
    kind: "feeling",
    en: &["Today is my birthday!", "It's my birthday.", "I turn twenty today.", "I got married!", "I am getting married in June.", "We had a baby!", "My sister had a baby.", "It is our wedding day.", "I'm engaged!", "I am a grandmother now!"],
    en_replies: &["Congratulations! I wish you a wonderful day.", "How wonderful! Congratulations and all the best.", "Congratulations! That is something to celebrate."],
    ja: &["今日は私の誕生日です！", "今日、誕生日なんだ", "今日で二十歳になりました。", "結婚しました！", "六月に結婚します。", "赤ちゃんが生まれました！", "姉に赤ちゃんが生まれた", "今日は結婚式です。", "婚約しました！", "孫ができました。"],
    ja_replies: &["おめでとうございます！すてきな一日になりますように。", "おめでとうございます！心からお祝いします。", "おめでとうございます！お祝いしましょう。"],
};

pub(super) const EXCITED: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm excited!", "I am excited.", "I feel excited.", "I feel excited today.", "I am so excited today!", "I'm feeling very excited.", "so excited", "I'm thrilled!", "I can't wait!", "I can't wait for tomorrow.", "I have been excited all day.",
        "I'm too excited to sleep.", "I'm looking forward to the weekend.", "I am going on a trip tomorrow.", "We are going to the sea!", "I get a puppy tomorrow!", "My favourite band is playing tonight.", "The holidays start tomorrow!",
        "Only two days until my birthday!", "We move into a new house next week.", "I am going to see my best friend tomorrow.", "I'm excited because my cousin is coming.", "I am excited about the festival.",
    ],
    en_replies: &[
        "How exciting! I hope that it will be wonderful.",
        "How exciting! Have lots of fun.",
        "How exciting! Tell me afterwards how it was.",
        "Great! Enjoy every minute of it.",
    ],
    ja: &[
        "わくわくする", "わくわくしています。", "ワクワク！", "楽しみです。", "楽しみ！", "今日はわくわくしています。", "今日はとてもわくわくします。", "すごく楽しみ。", "なんだかわくわくします。", "待ちきれない！", "明日が待ちきれません。",
        "わくわくして眠れません。", "週末が楽しみです。", "明日から旅行です。", "海に行くんです！", "明日、子犬が来ます！", "今夜は好きなバンドの演奏があります。", "明日から休みだ！", "あと二日で誕生日です！", "来週、新しい家に引っ越します。",
        "明日、親友に会えます。", "いとこが来るのでわくわくしています。", "お祭りが楽しみ", "朝からずっとわくわくしています。",
    ],
    ja_replies: &[
        "わくわくしますね！思いきり楽しんでください。",
        "楽しみですね！すてきな時間になりますように。",
        "いいですね！聞いている私もわくわくします。",
        "楽しみですね！あとで様子を教えてください。",
    ],
};

pub(super) const GRATEFUL: Talk = Talk {
    kind: "feeling",
    en: &[
        "I'm grateful.", "I am grateful.", "I feel grateful.", "I feel grateful today.", "I am so grateful today.", "I'm feeling very thankful.", "so thankful today", "I feel lucky.", "I feel blessed.", "I have a lot to be thankful for.",
        "I am thankful for my family.", "I am grateful for my friends.", "I am so lucky to have my sister.", "My neighbour helped me today.", "A stranger was kind to me.", "My teacher helped me so much.", "People are so kind to me.",
        "My husband cooked for me today.", "I was given such a lovely present.", "I'm grateful for this sunny day.", "I am thankful that everyone is well.", "I am grateful because my mother helps me.", "My friend brought me soup when I was ill.",
    ],
    en_replies: &[
        "How lovely! It is good to be grateful.",
        "How nice! Being thankful makes the day brighter.",
        "How kind! Perhaps you can say thank you to someone today.",
        "How lovely! Thank you for sharing that with me.",
    ],
    ja: &[
        "感謝の気持ちでいっぱいです。", "ありがたいです。", "ありがたいなあ", "今日はありがたい気持ちです。", "今日はとても感謝しています。", "すごくありがたい。", "なんだかありがたい気持ちです。", "私は恵まれています。", "毎日に感謝しています。",
        "ありがたいことがたくさんあります。", "家族に感謝しています。", "友だちに感謝", "妹がいてくれてありがたいです。", "今日、近所の人が助けてくれました。", "知らない人が親切にしてくれた", "先生がとてもよく助けてくれました。", "みんな親切にしてくれます。",
        "夫が夕ご飯を作ってくれました。", "すてきな贈り物をもらいました。", "いい天気に感謝です。", "みんなが元気でありがたいです。", "母が手伝ってくれてありがたい", "病気のとき友だちがスープを持ってきてくれました。",
    ],
    ja_replies: &[
        "すてきですね。感謝の気持ちは大切です。",
        "いいですね。ありがたいと思う心はすてきです。",
        "心が温まりますね。話してくれてありがとうございます。",
        "すてきですね。その気持ちを伝えてみてはどうですか。",
    ],
};
