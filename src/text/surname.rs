//! 姓: which words are family names. Lists of the commonest names, sorted, as one string each: a fact that no rule of
//! writing tells, and that says where a name ends and a role begins in 「加藤司法法制課長」.

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
    static MAY: OnceLock<Vec<bool>> = OnceLock::new();
    // Nearly no words are names: one look at a table tells that of most.
    let may = MAY.get_or_init(|| {
        let mut may = vec![false; PLACES];
        let lists = [(ONE, 3), (TWO, 6), (THREE, 9)].into_iter().flat_map(|it| it.0.as_bytes().chunks(it.1));
        for name in lists.chain(LONGER.iter().map(|it| it.as_bytes())) {
            may.get_mut(place(name)).into_iter().for_each(|it| *it = true);
        }
        may
    });
    may.get(place(name.as_bytes())) == Some(&true) && is_found(name)
}

/// A place in the table for a name, where few others have theirs.
fn place(name: &[u8]) -> usize {
    name.iter().fold(0, |sum: usize, it| sum.wrapping_mul(31) ^ usize::from(*it)) % PLACES
}

const PLACES: usize = 8192;

fn is_found(name: &str) -> bool {
    match name.chars().count() {
        1 => holds(ONE, name),
        2 => holds(TWO, name),
        3 => holds(THREE, name),
        _ => LONGER.contains(&name),
    }
}

/// Whether a full name begins with a common family name.
fn starts_known(name: &str) -> bool {
    [2, 3].iter().any(|n| name.char_indices().nth(*n).and_then(|it| name.get(..it.0)).is_some_and(is_known))
}

/// Looks `name` up in a sorted list of names of its length, which are as many bytes each.
fn holds(names: &str, name: &str) -> bool {
    let len = name.len();
    let (mut low, mut high) = (0, names.len() / len.max(1));
    while low < high {
        let middle = (low + high) / 2;
        match names.get(middle * len..(middle + 1) * len).map(|it| it.cmp(name)) {
            Some(std::cmp::Ordering::Less) => low = middle + 1,
            Some(std::cmp::Ordering::Greater) => high = middle,
            Some(std::cmp::Ordering::Equal) => return true,
            None => return false,
        }
    }
    false
}

const ONE: &str = "\
    丁中丹乾亀今仲伴佃俵倉前劉北千南原叶吉向呉周坂城堀堤堺塙境奥姜安宋宮尹岡岸峯峰島崔嶋嶺巻巽幡平康張徐所新旭星\
    朴杉李東松林柏柳柴栄栗桂桑梶森椿楠榊榎橋橘武毛永江池沖沢沼泉洲浜浦渡湊源滝潮澤濱瀧瀬牧玉王畑白盧石碇磯神秦窪\
    笠笹筧篠米紺緑羅脇舘芝荒菅菊蓮藤蘇西見角谷轟辻迫郭郷鄭酒金鎌長門間関陳陸隆韓風高鶴黛";

const TWO: &str = "\
    三上三井三原三好三宅三島三木三村三枝三橋三浦三田三谷三輪上原上山上杉上村上田上野下山下川下村下田並木中井中原\
    中尾中山中島中嶋中川中本中村中林中根中沢中澤中田中西中谷中里中野丸山丹羽丹野久保久米久野亀井亀山亀田二宮井上\
    井出井原井口井川井手井田今井今村今泉今田今西今野仲村仲田伊東伊藤佐伯佐川佐竹佐藤佐野依田保坂倉持倉田児玉入江\
    八木内山内海内田内藤内野冨田出口前原前川前田加納加藤勝又北原北山北島北川北村北沢北田北野千田千葉半田原口原田\
    及川古屋古川古沢古田古谷古賀吉井吉原吉岡吉川吉本吉村吉永吉沢吉澤吉田吉野向井和泉和田喜多園田土井土居土屋土橋\
    土田坂上坂下坂井坂元坂口坂本坂田坂野坪井堀井堀内堀口堀川堀江堀田堀越塚原塚本塚田塩田塩谷増田外山多田大井大倉\
    大内大原大友大坪大城大場大塚大山大島大崎大嶋大川大平大庭大木大村大森大槻大橋大江大沢大沼大津大滝大澤大熊大田\
    大畑大矢大石大竹大西大谷大貫大野天野太田奈良奥山奥村奥田奥野宇野守屋安井安田安藤安達安部宍戸宮下宮内宮原宮地\
    宮城宮島宮崎宮川宮本宮沢宮田宮脇宮野富岡富樫富永富田寺尾寺島寺本寺田小倉小出小原小坂小堀小室小宮小寺小山小島\
    小嶋小川小幡小杉小松小林小柳小森小椋小池小沢小沼小泉小澤小玉小田小畑小菅小西小谷小野小関尾上尾崎尾形山上山下\
    山中山元山内山口山城山岡山岸山崎山川山形山本山村山根山田山野岡崎岡本岡村岡田岡部岡野岩下岩井岩佐岩城岩崎岩本\
    岩永岩渕岩瀬岩田岩間岸本岸田島崎島村島田島袋嶋田川上川井川原川口川合川島川崎川本川村川瀬川田川畑川端川西川辺\
    川野工藤市原市川市村布施平井平塚平尾平山平岡平川平松平林平沢平田平良平野広瀬広田庄司影山後藤徳永徳田志村志賀\
    成瀬成田戸田手塚手島斉藤斎藤新井新垣新田新谷日下日野日高早坂早川星野曽根有田有馬服部望月朝倉木下木内木原木戸\
    木本木村木田末永本多本橋本田本間杉原杉山杉本杉村杉浦杉田杉野村上村井村山村岡村松村瀬村田松下松井松元松原松尾\
    松山松岡松島松崎松川松木松本松村松永松沢松浦松田松野板倉板垣板橋林田柏原柏木染谷柳原柳川柳沢柳田柴崎柴田栗原\
    栗山栗林栗田根岸根本桑原桑田桜井梅原梅本梅村梅津梅田梶原森下森口森山森岡森川森本森田森脇森谷植木植村植松植田\
    椎名榊原榎本樋口横井横尾横山横川横田橋口橋本橋爪櫻井正木武井武内武田武藤比嘉毛利水上水口水田水谷水野永井永山\
    永島永田永野江原江口江崎江川江藤池上池内池田沢田河内河原河合河本河村河田河野沼田津田浅井浅川浅田浅見浅野浜口\
    浜崎浜本浜田浜野浦田浦野海野深沢深田深谷清水清田清野渋谷渡辺渡邉渡邊渡部湯浅溝口滝口滝本滝沢澤田濱田瀬尾瀬川\
    瀬戸熊谷片山片岡片桐牧野狩野玉井玉城玉置生田田上田中田代田原田口田島田崎田川田村田畑田端田辺甲斐町田畑中畠山\
    白井白川白石白鳥皆川目黒相原相川相沢相馬真田真鍋矢口矢島矢田矢部矢野石丸石井石原石坂石垣石塚石山石崎石川石本\
    石橋石渡石田石黒砂川磯部神山神崎神田神谷神野福井福原福山福岡福島福本福永福田秋元秋山秋田秋葉稲垣稲田稲葉窪田\
    立川立石立花竹下竹中竹内竹本竹村竹田笠井笠原筒井篠原篠崎篠田米山米沢米田細井細川細田細谷細野結城緒方織田羽田\
    臼井芦田花田芳賀若松若林茂木草野荒井荒川荒木荻原荻野菅原菅沼菅谷菅野菊地菊池萩原落合葛西藤井藤原藤岡藤崎藤川\
    藤木藤本藤村藤森藤沢藤田藤野西原西口西尾西山西岡西島西川西本西村西沢西田西脇西谷西野角田諏訪谷口谷川谷本豊島\
    豊田赤坂赤木赤松越智足立辻本近藤進藤遠山遠藤那須都築酒井野上野中野原野口野崎野本野村野沢野田金丸金井金城金子\
    金山金森金沢金田金谷鈴木鎌田長井長尾長岡長島長崎長沢長瀬長田長谷長野門田門脇関口関根関谷阪本阿部難波雨宮青山\
    青木青柳青野須田須藤須賀風間飛田飯塚飯島飯田飯野首藤香川馬場高井高倉高原高尾高山高岡高島高崎高木高村高松高柳\
    高梨高橋高瀬高田高見高野鳥居鶴岡鶴田麻生黒岩黒川黒木黒沢黒田齊藤齋藤";

const THREE: &str = "\
    一ノ瀬七五三万城目三ケ月三ツ木三ツ林三ツ矢三ヶ島三井田三代川三代沢三国谷三小田三戸部三日月三木田三条西三津谷\
    三田村三輪田三重野三野輪与那嶺中御門久保井久保倉久保内久保寺久保山久保木久保田久手堅久留島久米田九十九二ノ宮\
    二本松二本柳二階堂五十崎五十嵐五十川五十里五月女五百川五百部仲宗根伊与田伊勢屋伊勢崎伊勢田伊勢谷伊地知伊牟田\
    伊良部伊豆田伊集院佐々井佐々木佐々田佐久田佐久間佐分利佐和田佐土原八木原八木橋八木沢八木田八重島八重樫八重沢\
    具志堅加々美加々見加美山加茂川加賀屋加賀山加賀田加賀見加賀谷十文字十津川千々松千々石千代川千代谷喜屋武四ノ宮\
    四之宮四分一四十住四方堂四方田堀之内多々納多々良大久保大八木大内山大内田大和久大和屋大和田大多和大多喜大川原\
    大川戸大日向大日方大曽根大曾根大根田大河内大河原大田原大田垣大田黒大矢根大矢知大矢野大谷地大野木大野田大間知\
    大須賀宇佐美宇佐見宇喜多宇多川宇多田宇治田宇津宮宇津木宇田川宇留野宇賀神宇都宮宇都野小久保小久江小井土小井戸\
    小佐野小宮山小山内小山田小岩井小川原小手川小日向小早川小木曽小松代小松原小松崎小松田小板橋小柳津小根沢小桧山\
    小森谷小檜山小此木小比木小池田小清水小田中小田切小田原小田島小田嶋小田桐小田部小笠原小見山小見川小谷田小谷野\
    小豆沢小野上小野原小野口小野地小野塚小野寺小野山小野島小野崎小野木小野沢小野瀬小野田小野里小金丸小金井小金沢\
    小金澤小長谷小須田小鹿野山之内川久保御子柴御手洗御法川徳大寺日下部日向野日比野早乙女曽我部曽根原曽根田朝比奈\
    東海林正親町比留川比留間波多野津久井海江田海老原海老名海老沢渡嘉敷瀬戸内瀬戸口瀬戸山瀬戸川瀬野尾田部井目々沢\
    福地谷竹之内等々力綾小路羽二生羽根田羽生田羽田野花山院西園寺酒々井野々口野々垣野々山野々村長久保長谷井長谷山\
    長谷川長谷部阿久沢阿久津阿久澤阿曽沼阿波根須々田";

const LONGER: &[&str] = &[
    "勅使河原",
    "勅使川原",
    "小比類巻",
    "長宗我部",
    "武者小路",
    "長曽我部",
    "万里小路",
    "勘解由小路",
    "四十万谷",
    "大豆生田",
    "五百旗頭",
    "七五三掛",
    "四月一日",
    "四月朔日",
    "八月一日",
    "八月朔日",
    "一尺八寸",
    "左衛門三郎",
    "大炊御門",
    "五百籏頭",
    "日根野谷",
    "一番ヶ瀬",
    "三ヶ野原",
    "波々伯部",
    "上加世田",
    "下小野田",
    "西大立目",
    "遠里小野",
    "雉子牟田",
    "阿佐井野",
    "四十九院",
    "一番ケ瀬",
    "五十公野",
    "紀伊国屋",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_hold_their_names() {
        for (names, n) in [(ONE, 1), (TWO, 2), (THREE, 3)] {
            let chars: Vec<char> = names.chars().collect();
            let split: Vec<String> = chars.chunks(n).map(|it| it.iter().collect()).collect();
            assert!(split.windows(2).all(|it| it[0] < it[1]));
            assert!(split.iter().all(|it| is_known(it) && it.len() == 3 * n));
        }
        assert!(is_known("髙橋") && is_known("長谷川") && !is_known("総務") && is_known("勅使河原"));
    }
}
