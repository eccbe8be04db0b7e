//! 姓: which words are family names. Lists of the commonest names, sorted, as one string each: a fact that no rule of
//! writing tells, and that says where a name ends and a role begins in 「加藤司法法制課長」. Names that begin alike are
//! one group, 「三上井原」 for 三上, 三井 and 三原.

use std::sync::OnceLock;

/// What no name of so many letters exceeds.
pub(crate) fn likeliest(n_chars: usize) -> i32 {
    [3, 4, 5, 6].get(n_chars).copied().unwrap_or(7)
}

/// How well `name` passes for a name right before a role: the higher the better.
pub(crate) fn likeness(name: &str) -> i32 {
    let n_chars = name.chars().count();
    let is_kana = name.chars().any(|it| matches!(it, 'ぁ'..='ん' | 'ァ'..='ヺ' | 'ー'));
    match n_chars {
        1 if is_known(name) => 4,
        1 => -3,
        2 if is_known(name) => 5,
        2 => 2,
        3 if is_known(name) => 6,
        3 if is_kana => 2,
        3 => 1,
        4.. if is_known(name) => 7,
        4 | 5 if starts_known(name) => 2,
        4 if is_kana => 2,
        4 => 0,
        5..=7 if is_kana => 2,
        5..=6 => -1,
        _ => -4,
    }
}

/// Whether `name` is one of the common family names, 髙 and 﨑 taken for 高 and 崎.
pub(crate) fn is_known(name: &str) -> bool {
    is_listed(name) || name.chars().any(|it| super::fold::fold(it) != Some(it)) && is_listed(&super::fold::key(name))
}

fn is_listed(name: &str) -> bool {
    static NAMES: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    // Nearly no words are names: one look at a table tells that of most.
    let names = NAMES.get_or_init(|| {
        let mut names = vec![Vec::new(); PLACES];
        each(&mut |name| names.get_mut(place(name)).into_iter().for_each(|it| it.push(name.to_owned())));
        names
    });
    names.get(place(name)).is_some_and(|it| it.iter().any(|it| it == name))
}

/// A place in the table for a name, where few others have theirs.
fn place(name: &str) -> usize {
    name.bytes().fold(0, |sum: usize, it| sum.wrapping_mul(31) ^ usize::from(it)) % PLACES
}

const PLACES: usize = 8192;

/// Gives `take` each of the names.
fn each(take: &mut dyn FnMut(&str)) {
    for (groups, n_lead) in [(ONE, 0), (TWO, 1), (THREE, 2), (FOUR, 3), (FIVE, 4)] {
        for group in groups.split(' ') {
            let mut lasts = group.chars();
            let lead: String = lasts.by_ref().take(n_lead).collect();
            lasts.for_each(|it| take(&[lead.as_str(), it.encode_utf8(&mut [0; 4])].concat()));
        }
    }
}

/// Whether a full name begins with a common family name.
fn starts_known(name: &str) -> bool {
    [2, 3].iter().any(|n| name.char_indices().nth(*n).and_then(|it| name.get(..it.0)).is_some_and(is_known))
}

const ONE: &str = "\
    丁中丹乾亀今仲伴佃俵倉前劉北千南原叶吉向呉周坂城堀堤堺塙境奥姜安宋宮尹岡岸峯峰島崔嶋嶺巻巽幡平康張徐所新旭星\
    朴杉李東松林柏柳柴栄栗桂桑梶森椿楠榊榎橋橘武毛永江池沖沢沼泉洲浜浦渡湊源滝潮澤濱瀧瀬牧玉王畑白盧石碇磯神秦窪\
    笠笹筧篠米紺緑羅脇舘芝荒菅菊蓮藤蘇西見角谷轟辻迫郭郷鄭酒金鎌長門間関陳陸隆韓風高鶴黛";

const TWO: &str = "\
    三上井原好宅島木村枝橋浦田谷輪 上原山杉村田野 下山川村田 並木 中井原尾山島嶋川本村林根沢澤田西谷里野 丸山 丹羽野 久\
    保米野 亀井山田 二宮 井上出原口川手田 今井村泉田西野 仲村田 伊東藤 佐伯川竹藤野 依田 保坂 倉持田 児玉 入江 八木 内\
    山海田藤野 冨田 出口 前原川田 加納藤 勝又 北原山島川村沢田野 千田葉 半田 原口田 及川 古屋川沢田谷賀 吉井原岡川本\
    村永沢澤田野 向井 和泉田 喜多 園田 土井居屋橋田 坂上下井元口本田野 坪井 堀井内口川江田越 塚原本田 塩田谷 増田 外\
    山 多田 大井倉内原友坪城場塚山島崎嶋川平庭木村森槻橋江沢沼津滝澤熊田畑矢石竹西谷貫野 天野 太田 奈良 奥山村田野 宇\
    野 守屋 安井田藤達部 宍戸 宮下内原地城島崎川本沢田脇野 富岡樫永田 寺尾島本田 小倉出原坂堀室宮寺山島嶋川幡杉松林柳\
    森椋池沢沼泉澤玉田畑菅西谷野関 尾上崎形 山上下中元内口城岡岸崎川形本村根田野 岡崎本村田部野 岩下井佐城崎本永渕瀬\
    田間 岸本田 島崎村田袋 嶋田 川上井原口合島崎本村瀬田畑端西辺野 工藤 市原川村 布施 平井塚尾山岡川松林沢田良野 広瀬\
    田 庄司 影山 後藤 徳永田 志村賀 成瀬田 戸田 手塚島 斉藤 斎藤 新井垣田谷 日下野高 早坂川 星野 曽根 有田馬 服部 望\
    月 朝倉 木下内原戸本村田 末永 本多橋田間 杉原山本村浦田野 村上井山岡松瀬田 松下井元原尾山岡島崎川木本村永沢浦田野 板\
    倉垣橋 林田 柏原木 染谷 柳原川沢田 柴崎田 栗原山林田 根岸本 桑原田 桜井 梅原本村津田 梶原 森下口山岡川本田脇谷 植\
    木村松田 椎名 榊原 榎本 樋口 横井尾山川田 橋口本爪 櫻井 正木 武井内田藤 比嘉 毛利 水上口田谷野 永井山島田野 江原\
    口崎川藤 池上内田 沢田 河内原合本村田野 沼田 津田 浅井川田見野 浜口崎本田野 浦田野 海野 深沢田谷 清水田野 渋谷 渡\
    辺邉邊部 湯浅 溝口 滝口本沢 澤田 濱田 瀬尾川戸 熊谷 片山岡桐 牧野 狩野 玉井城置 生田 田上中代原口島崎川村畑端辺 甲\
    斐 町田 畑中 畠山 白井川石鳥 皆川 目黒 相原川沢馬 真田鍋 矢口島田部野 石丸井原坂垣塚山崎川本橋渡田黒 砂川 磯部 神\
    山崎田谷野 福井原山岡島本永田 秋元山田葉 稲垣田葉 窪田 立川石花 竹下中内本村田 笠井原 筒井 篠原崎田 米山沢田 細井\
    川田谷野 結城 緒方 織田 羽田 臼井 芦田 花田 芳賀 若松林 茂木 草野 荒井川木 荻原野 菅原沼谷野 菊地池 萩原 落合 葛\
    西 藤井原岡崎川木本村森沢田野 西原口尾山岡島川本村沢田脇谷野 角田 諏訪 谷口川本 豊島田 赤坂木松 越智 足立 辻本 近\
    藤 進藤 遠山藤 那須 都築 酒井 野上中原口崎本村沢田 金丸井城子山森沢田谷 鈴木 鎌田 長井尾岡島崎沢瀬田谷野 門田脇 関\
    口根谷 阪本 阿部 難波 雨宮 青山木柳野 須田藤賀 風間 飛田 飯塚島田野 首藤 香川 馬場 高井倉原尾山岡島崎木村松柳梨橋\
    瀬田見野 鳥居 鶴岡田 麻生 黒岩川木沢田 齊藤 齋藤";

const THREE: &str = "\
    一ノ瀬 七五三 万城目 三ケ月 三ツ木林矢 三ヶ島 三井田 三代川沢 三国谷 三小田 三戸部 三日月 三木田 三条西 三津谷 三\
    田村 三輪田 三重野 三野輪 与那嶺 中御門 久保井倉内寺山木田 久手堅 久留島 久米田 九十九 二ノ宮 二本松柳 二階堂 五\
    十崎嵐川里 五月女 五百川部 仲宗根 伊与田 伊勢屋崎田谷 伊地知 伊牟田 伊良部 伊豆田 伊集院 佐々井木田 佐久田間 佐分\
    利 佐和田 佐土原 八木原橋沢田 八重島樫沢 具志堅 加々美見 加美山 加茂川 加賀屋山田見谷 十文字 十津川 千々松石 千代\
    川谷 喜屋武 四ノ宮 四之宮 四分一 四十住 四方堂田 堀之内 多々納良 大久保 大八木 大内山田 大和久屋田 大多和喜 大川\
    原戸 大日向方 大曽根 大曾根 大根田 大河内原 大田原垣黒 大矢根知野 大谷地 大野木田 大間知 大須賀 宇佐美見 宇喜多 宇\
    多川田 宇治田 宇津宮木 宇田川 宇留野 宇賀神 宇都宮野 小久保江 小井土戸 小佐野 小宮山 小山内田 小岩井 小川原 小手\
    川 小日向 小早川 小木曽 小松代原崎田 小板橋 小柳津 小根沢 小桧山 小森谷 小檜山 小此木 小比木 小池田 小清水 小田中\
    切原島嶋桐部 小笠原 小見山川 小谷田野 小豆沢 小野上原口地塚寺山島崎木沢瀬田里 小金丸井沢澤 小長谷 小須田 小鹿野 山\
    之内 川久保 御子柴 御手洗 御法川 徳大寺 日下部 日向野 日比野 早乙女 曽我部 曽根原田 朝比奈 東海林 正親町 比留川間 波\
    多野 津久井 海江田 海老原名沢 渡嘉敷 瀬戸内口山川 瀬野尾 田部井 目々沢 福地谷 竹之内 等々力 綾小路 羽二生 羽根田 羽\
    生田 羽田野 花山院 西園寺 酒々井 野々口垣山村 長久保 長谷井山川部 阿久沢津澤 阿曽沼 阿波根 須々田";

const FOUR: &str = "\
    一尺八寸 一番ケ瀬 一番ヶ瀬 七五三掛 万里小路 三ヶ野原 上加世田 下小野田 五十公野 五百旗頭 五百籏頭 八月一日 八月\
    朔日 勅使川原 勅使河原 四十万谷 四十九院 四月一日 四月朔日 大炊御門 大豆生田 小比類巻 日根\
    野谷 武者小路 波々伯部 紀伊国屋 西大立目 遠里小野 長宗我部 長曽我部 阿佐井野 雉子牟田";

const FIVE: &str = "勘解由小路 左衛門三郎";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_hold_their_names() {
        let mut names = [const { Vec::new() }; 10];
        each(&mut |it| names[it.chars().count()].push(it.to_owned()));
        assert_eq!(names.each_ref().map(Vec::len), [0, 150, 800, 260, 32, 2, 0, 0, 0, 0]);
        for names in names {
            assert!(names.iter().all(|it| is_known(it)) && names.windows(2).all(|it| it[0] < it[1]));
        }
        assert!(!is_known("三十") && !is_known("上三") && !is_known("小野野") && !is_known(""));
        assert!(is_known("髙橋") && is_known("長谷川") && !is_known("総務") && is_known("勅使河原"));
    }
}
