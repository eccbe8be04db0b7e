//! 職名: which words end as a role does, which are a role by themselves, and which begin one. Knows no document.

use crate::text::packed::Words;

/// Roles that stand alone as a label: 「○議長」「事務局」「（記者）」. Sorted.
static WHOLE: Words = Words::new(
    "\
    オブザーバー メンバー 主査 主査代理 事務局 事務局員 事務局次長 事務局長 事務総長 代表 代表幹事 代表監査委員 \
    代表者 仮会長 仮委員長 仮議長 会計管理者 会計課長 会長 会長代理 係長 傍聴人 傍聴者 公述人 内閣広報官 \
    内閣総理大臣 分科会長 副会長 副区長 副大臣 副委員長 副市長 副座長 副本部長 副村長 副理事長 副町長 副知事 \
    副管理者 副総裁 副議長 副長官 助役 区長 参加者 参考人 収入役 司会 司会者 回答者 国務大臣 報道官 大臣 委員 \
    委員長 委員長代理 学長 室長 専門委員 小委員長 局長 市長 幹事 幹事社 幹事長 広報官 座長 座長代理 所長 担当官 \
    担当者 担当課 提出者 政務官 政府参考人 教育次長 教育長 書記 有識者 本部員 本部長 村長 校長 構成員 次長 \
    消防団長 消防長 理事 理事者 理事長 町長 番組担当 発言者 発議者 監事 監査委員 知事 社長 管理者 紹介議員 \
    組合長 総務課長 総務部長 総理 総裁 職員 臨時議長 記者 証人 説明員 説明者 課長 請願者 議会事務局長 議員 議長 \
    議長代理 質問者 進行 部会長 部会長代理 部長 長官 関係官 陳情者",
);

/// Words that begin a role: 「司法」 of 「司法法制課長」. What stands before one is a name. Sorted.
static STARTS: Words = Words::new(
    "\
    DX ICT IT いきいき いのち くらし こども ごみ しごと にぎわい ひと ふるさと まち まちづくり みどり みなと \
    ものづくり インフラ オブザーバー オリンピック ガス クール グリーン グローバル コミュニティ サイバー \
    シティ スポーツ センター チーム デジタル ナノ ブランド プロジェクト ライフ ラグビー 三重県 上下水道 上席 \
    上水 上水道 下水 下水道 不動産 与党 世界遺産 両院 中央 中学 中小企業 中心市街地 主事 主任 主席 主幹 主査 \
    主税 主計 乳幼児 予算 予算決算 予防 事務 事務局 事業 交流 交通 京都府 人事 人口 人材 人権 介護 代表 仮 \
    企業 企画 会場 会派 会計 会長 住宅 住民 佐賀県 体育 供託 保健 保全 保安 保育 保護 保険 倫理 健全 健康 \
    健康局 健康福祉 健診 債権 働き方 児童 入国 入札 全国 公共 公営 公園 公安 公室 公正 公聴 公証 公認 公述人 \
    共同 共生 兵庫県 内科 内閣 内閣広報官 内閣府 再生 再開発 出入国 出席 出納 分科 刑事 初等 制度 副 副大臣 \
    労働 労務 労政 勤労 包括 化学 北方 北海道 北部 区 区政 区民 区画 医事 医務 医政 医療 医薬 千葉県 協働 \
    協同 南部 印刷 危機管理 厚生 厚生労働 原動機 原子力 原子炉 原発 参与 参事 参考 参考人 参議院 収入役 収用 \
    収税 収納 取引 取締役 司会 司法 司法書士 合同 同和 名誉 和歌山県 商務 商工 商店 商業 商標 営業 図書館 \
    国会 国保 国債 国務 国土 国土交通 国家 国民 国税 国立 国立公園 国際 園長 土地 土木 在宅 地下鉄 地域 地方 \
    地球 地籍 地震 埋蔵 執行 基地 基本 埼玉県 報道 外交 外務 多文化 大分県 大学 大気 大臣 大阪府 奈良県 契約 \
    女性 委員 委託 婦人 子ども 子供 子育て 学事 学務 学校 学生 学習 学芸 学術 宇宙 安全 安全審査 宗務 官房 \
    官邸 定住 実行 室長 宮城県 宮崎県 家庭 富山県 審査 審議 専務 専門 小委員 小学 少子 就学 局次 局長 展示 \
    山口県 山形県 山梨県 岐阜県 岡山県 岩手県 島根県 工事 工務 工業 市 市史 市場 市有 市民 市町村 市税 \
    市街地 常任 常務 常勤 年金 幹事 幹事会 幼保 幼児 庁内 庁舎 広域 広報 広島県 広聴 府民 座長 庶務 廃棄 \
    廃棄物 建築 建設 弾劾 当局 当時 役場 復興 循環 徳島県 徴収 恩給 情勢 情報 情報監視 意匠 愛媛県 愛知県 \
    感染症 憲法 懲罰 戦略 戸籍 所管 所長 技官 技監 技術 投資 担当 拉致 指定 指導 推進 措置 援護 支所 支援 \
    改革 放射 放射線 放課後 政党 政務 政府 政治 政策 救急 救護 教務 教職 教育 整備 文化 文教 文書 文部 \
    文部科学 料金 新エネルギー 新型 新幹線 新庁舎 新潟県 施設 旅券 旅客 景観 暮らし 更生 書記 最終処分 最高 \
    未来 本庁 本部 村 村民 東京 東京都 東部 林務 林政 林業 栃木県 校長 株式 森林 植物 検事 検察 検査 業務 \
    構成員 機構 次世代 次席 次長 歯科 歴史 母子 民事 民政 民生 民間 気候 気象 水利 水環境 水産 水資源 水質 \
    水道 汚水 決算 決議 沖縄 沖縄及び 沖縄県 河川 治山 治水 法人 法制 法務 法律 津波 活力 活性 流域 流通 \
    海上 海事 海岸 海洋 消費 消費生活 消防 渇水 渉外 温暖 温泉 測量 港湾 港長 滋賀県 滞納 漁業 火山 災害 \
    為替 無線 熊本県 物価 物流 特別 特命 特産 特許 犯罪 独立 理事 理事者 理財 環境 生徒 生活 生涯 生物 産業 \
    用地 用途 男女 町 町村 町民 留学 畜産 番組 疾病 病後児 病院 療育 発言 発達 発電 登記 百条 監事 監査 監理 \
    監督 監視 看護 県 県土 県民 知事 知的 矯正 石川県 石炭 砂防 研修 研究 研究炉 破産 社会 社長 神奈川県 \
    福井県 福岡県 福島県 福祉 私学 秋田県 科学 秘書 租税 秩序 移住 税 税制 税務 税関 空き家 空家 空港 窓口 \
    立会 立地 競争 第一 第三 第二 筆頭 管理 管財 節電 精神 納税 紙業 素材 組織 経営 経済 経済産業 経理 給食 \
    統合 統括 統計 維持 総務 総務省 総合 総括 総理 緑化 編集 繊維 署長 美術 群馬県 義務 老人 老健 耕地 職員 \
    職場 職業 職権 脱炭素 臓器 臨時 自治 自然 自立 自衛 航海 航空 航路 船員 船舶 若者 茨城県 薬事 薬剤 薬務 \
    血液 衆議院 行政 行財政 衛生 被災 裁判 裁判官 補佐 補助 製造 複合 西部 規制 観光 観測 計画 記念 記録 \
    訟務 設備 設計 訴追 診療 証人 証券 証拠 評価 試験 認知 説明員 課長 調整 調査 調達 請願 警備 警察 警視 \
    議事 議会 議会事務局 議会運営 議員 議運 議長 財務 財政 財産 貨物 貿易 資源 資産 資金 越境 農事 農務 農地 \
    農委 農政 農村 農林 農林水産 農業 農水 通信 通商 通関 造幣 連合 連携 運営 運輸 道民 道路 選挙 選管 邦人 \
    部会 部長 郵政 都市 都政 都民 配水 酒税 野生 量子 金融 鉄道 銀行 長寿 長崎県 長野県 開発 関係官 関税 \
    防災 防犯 防衛 院長 陳情 障がい 障害 雇用 難病 雪対策 電力 電子 電気 電源 電算 震災 青少年 青年 青森県 \
    静岡県 非常勤 領事 領土 顧問 食品 食料 食育 養護 館長 首席 香川県 高校 高知県 高等 高速 高齢 魅力 鳥取県 \
    鳥獣 鹿児島県 ＤＸ ＩＣＴ ＩＴ",
);

/// Whether `text` ends as a role does: 「議長」「人権啓発課長」「政府参考人」「オブザーバー」.
pub(crate) fn ends_as_role(text: &str) -> bool {
    let mut from_end = text.chars().rev();
    let (Some(last), Some(before)) = (from_end.next(), from_end.next()) else { return false };
    match last {
        '臣' => before == '大',
        '長' | '員' | '官' | '監' | '裁' => before != '　' && before != ' ',
        '事' => matches!(before, '知' | '理' | '幹' | '監' | '参' | '主' | '領' | '判' | '検' | '評'),
        '人' => matches!(before, '考' | '証' | '述' | '理' | '願' | '情' | '明' | '聴' | '議' | '言' | '起'),
        '者' => !matches!(before, '患' | '業' | '若' | '後' | '前' | '両' | '何'),
        '幹' => matches!(before, '主' | '総'),
        '任' => matches!(before, '主' | '担'),
        '査' => matches!(before, '主' | '検'),
        '佐' => before == '補',
        '付' => before == '房',
        '理' => matches!(before, '代' | '総'),
        '与' => before == '参',
        '問' => matches!(before, '顧'),
        '記' => before == '書',
        '授' => matches!(before, '教'),
        '師' => matches!(before, '講' | '医' | '技' | '護'),
        '士' => matches!(before, '護' | '計' | '理'),
        '表' => before == '代',
        '当' => before == '担',
        '行' => matches!(before, '代' | '進'),
        '局' => matches!(before, '務' | '会' | '育'),
        '会' => before == '司',
        '生' => before == '先',
        '役' => matches!(before, '査' | '締' | '助' | '入' | '談' | '監' | '行'),
        '得' => before == '心',
        '補' => before == '官' || before == '長',
        '務' => matches!(before, '兼' | '専' | '常' | '取'),
        'ー' => [
            "オブザーバー",
            "リーダー",
            "コーディネーター",
            "ファシリテーター",
            "アドバイザー",
            "メンバー",
            "ディレクター",
            "マネージャー",
            "マネジャー",
        ]
        .iter()
        .any(|it| text.ends_with(it)),
        'フ' => text.ends_with("チーフ"),
        'ト' => text.ends_with("アナリスト") || text.ends_with("エコノミスト"),
        _ => false,
    }
}

/// Whether `text` is a role by itself, letter-spaced or not: 「議長」「記 者」.
pub(crate) fn is_whole(text: &str) -> bool {
    // No letter is set apart by a tab alone.
    WHOLE.holds(text) || text.len() > 3 && WHOLE.holds_spaced(text) && text.contains([' ', '　'])
}

/// Whether `role` heads a unit, and so mostly has the unit's name before it: 「課長」「部長」.
pub(crate) fn heads_unit(role: &str) -> bool {
    matches!(
        role,
        "課長"
            | "部長"
            | "局長"
            | "室長"
            | "次長"
            | "所長"
            | "係長"
            | "長官"
            | "担当者"
            | "担当官"
            | "主査"
            | "職員"
            | "大臣"
            | "副大臣"
            | "政務官"
            | "管理者"
    )
}

/// The longest word that begins a role and that `text` begins with, in bytes.
pub(crate) fn start_len(text: &str) -> usize {
    WHOLE.longest_beginning(text).max(STARTS.longest_beginning(text))
}

/// Whether `text` is a word that begins a role, and nothing more.
pub(crate) fn is_start(text: &str) -> bool {
    STARTS.holds(text) || WHOLE.holds(text)
}

/// 敬称 at the end of a name: its bytes. 「議員」 counts where it follows a name in brackets.
pub(crate) fn honorific_len(text: &str) -> usize {
    ["議員", "委員", "先生", "君", "氏", "様", "殿", "さん", "くん", "さま", "女史"]
        .iter()
        .find(|it| text.ends_with(**it))
        .map_or(0, |it| it.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        for words in [&WHOLE, &STARTS] {
            let words: Vec<&str> = words.iter().collect();
            assert!(words.windows(2).all(|it| it[0] < it[1]));
        }
    }

    #[test]
    fn roles_end_as_roles_do() {
        for role in
            ["議長", "人権啓発課長", "国務大臣", "政府参考人", "課長補佐", "オブザーバー", "取締役", "委員長職務代理者"]
        {
            assert!(ends_as_role(role), "{role}");
        }
        for word in ["日時", "場所", "議題", "会議録署名", "異議なし", "事業者の皆様", "患者"] {
            assert!(!ends_as_role(word), "{word}");
        }
    }
}
