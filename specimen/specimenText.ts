/** Invented copy for the cases: marks, numbers and Latin as a daily has them. */
export const leadText =
  "近日，八部门联合印发《“人工智能＋制造”专项行动实施意见》（以下简称《意见》），提出到2027年，我国人工智能关键核心技术实现安全可靠供给，产业规模和赋能水平稳居世界前列。";

/** Follows `leadText`. */
export const secondText =
  "《意见》明确，推动3至5个通用大模型在制造业深度应用，打造100个高质量数据集，推广500个典型应用场景；培育2至3家具有全球影响力的生态主导型企业，选树1000家标杆企业。";

/** Nests quotation marks and brackets. */
export const quotedText =
  "“‘人找政策’变成‘政策找人’，这话一点不假。”在《城市更新三年行动方案》（征求意见稿）发布会上，他说：“《方案》（全文）已上网，欢迎‘挑刺’。”";

/** Numbers with signs and units, an address, and units of two marks. */
export const unitsText =
  "今年1月至6月，全市接待游客1,860.5万人次，同比增长15.2%，最低气温－6℃～9℃。究竟怎么样？！记者登录https://www.example.cn/banli?id=45查询——答案在第3版……（林景余/摄）";

/** Latin words among Han. */
export const latinText =
  "企业部署的Kubernetes集群与PostgreSQL数据库，由International Organization for Standardization的工程师审核，通过GDP、AI和IPv6等12项测试后，再由Manufacturing团队接手。";

/** Plain copy of many short paragraphs. */
export const newsTexts: readonly string[] = [
  "昨日上午，全市重点项目建设推进会在行政中心召开。会议强调，要以钉钉子精神抓好落实，确保一季度“开门红”。",
  "记者在现场看到，三台龙门吊正在同时作业，平均每小时可装卸集装箱90个。“设备投用后，良品率由92%提升到98.5%。”他介绍。",
  "沿着新修的绿道骑行，一边是碧波荡漾的湖面，一边是错落有致的民居。不少市民说，周末又多了一个好去处。",
  "下一步，该局将开展专项检查，对虚假宣传、价格欺诈等行为“零容忍”，并于9月底前公布结果。",
];

/** Marks of every kind, close to each other. */
export const marksText =
  "他问：“修不修？”答：“修。”/老榕树下、祠堂前，大家·小家——都在议……（未完）～这一议，就是3/4天。";

/** Numbers with what they count. */
export const countsText =
  "据市总工会1月12日消息，全市建成驿站128个，服务26万人次；年内再建30家，覆盖95个街道、1200多家企业。";
