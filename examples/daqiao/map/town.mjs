// The hand-written part of the schematic map of 大桥街道. Roads, river and creek are drawn in a town frame in metres: u runs
// along the east-west roads, v across them from the river northwards. frame.mjs turns it into degrees.

export const districtCode = '310110';
export const subdistrictCode = '018';
export const subdistrict = { name: '大桥街道', nameEn: 'Daqiao Sub-district' };

// class: arterial or secondary; beyond: metres by which the line is drawn on at its two ends (40 where not given, and cut off at the
// crossing that it is meant to end at).
export const roads = [
  { name: '周家嘴路', nameEn: 'Zhoujiazui Road', class: 'arterial', line: [[-420, 1985], [0, 1995], [500, 2012], [1100, 1992], [1600, 1984], [2060, 2010], [2420, 2032]], beyond: [600, 600] },
  { name: '广杭路', nameEn: 'Guanghang Road', class: 'secondary', line: [[0, 1712], [450, 1735], [1000, 1715], [1400, 1722], [1725, 1750], [2062, 1760]] },
  { name: '长阳路', nameEn: 'Changyang Road', class: 'arterial', line: [[-420, 1432], [0, 1450], [700, 1436], [1300, 1442], [1725, 1482], [2060, 1500], [2420, 1540]], beyond: [600, 600] },
  { name: '榆林路', nameEn: 'Yulin Road', class: 'secondary', line: [[0, 1210], [470, 1205], [1010, 1196], [1408, 1214]] },
  { name: '扬州路', nameEn: 'Yangzhou Road', class: 'secondary', line: [[1408, 1246], [1725, 1262], [2060, 1300]] },
  { name: '平凉路', nameEn: 'Pingliang Road', class: 'arterial', line: [[-420, 925], [0, 955], [600, 962], [1200, 958], [1700, 1012], [2060, 1092], [2420, 1190]], beyond: [600, 600] },
  { name: '河间路', nameEn: 'Hejian Road', class: 'secondary', line: [[0, 602], [450, 590], [1000, 588], [1400, 618], [1730, 690], [2060, 806]] },
  { name: '杨树浦路', nameEn: 'Yangshupu Road', class: 'arterial', line: [[-420, 172], [0, 215], [400, 228], [800, 206], [1150, 214], [1450, 266], [1750, 374], [2060, 548], [2420, 800]], beyond: [600, 600] },
  { name: '兰州路', nameEn: 'Lanzhou Road', class: 'secondary', line: [[12, 0], [6, 215], [-6, 602], [0, 955], [8, 1450], [-4, 1995], [-20, 2320]], beyond: [40, 600] },
  { name: '许昌路', nameEn: 'Xuchang Road', class: 'secondary', line: [[240, 215], [226, 600], [232, 958], [218, 1448], [214, 2002]] },
  { name: '眉州路', nameEn: 'Meizhou Road', class: 'secondary', line: [[632, 212], [650, 590], [640, 962], [656, 1436], [650, 2006]] },
  { name: '景星路', nameEn: 'Jingxing Road', class: 'secondary', line: [[838, 588], [828, 960], [842, 1440]] },
  { name: '图门路', nameEn: 'Tumen Road', class: 'secondary', line: [[812, 1437], [822, 1722], [810, 2002]] },
  { name: '宁国路', nameEn: 'Ningguo Road', class: 'arterial', line: [[1040, -12], [1030, 210], [1016, 590], [1008, 960], [1022, 1438], [1002, 1994], [982, 2320]], beyond: [40, 600] },
  { name: '松潘路', nameEn: 'Songpan Road', class: 'secondary', line: [[1214, 222], [1222, 600], [1206, 960], [1216, 1440]] },
  { name: '双阳路', nameEn: 'Shuangyang Road', class: 'secondary', line: [[1200, 1440], [1212, 1716], [1196, 1990]] },
  { name: '临青路', nameEn: 'Linqing Road', class: 'secondary', line: [[1436, 262], [1418, 620], [1402, 980], [1412, 1450], [1396, 1988]] },
  { name: '宁武路', nameEn: 'Ningwu Road', class: 'secondary', line: [[1592, 316], [1582, 658], [1566, 996]] },
  { name: '广信路', nameEn: 'Guangxin Road', class: 'secondary', line: [[1560, 1466], [1572, 1738], [1562, 1986]] },
  { name: '隆昌路', nameEn: 'Longchang Road', class: 'arterial', line: [[1762, 150], [1748, 374], [1728, 690], [1720, 1016], [1732, 1482], [1724, 1988], [1716, 2320]], beyond: [40, 600] },
  { name: '腾越路', nameEn: 'Tengyue Road', class: 'secondary', line: [[1908, 460], [1898, 748], [1888, 1052], [1902, 1490]] },
  { name: '贵阳路', nameEn: 'Guiyang Road', class: 'secondary', line: [[1890, 1490], [1898, 1756], [1888, 2000]] },
  { name: '内江路', nameEn: 'Neijiang Road', class: 'secondary', line: [[2070, 372], [2062, 548], [2052, 806], [2060, 1092], [2068, 1500], [2058, 2010], [2050, 2320]], beyond: [40, 600] },
];

export const bridge = { name: '杨浦大桥', nameEn: 'Yangpu Bridge', class: 'bridge', line: [[960, 2700], [984, 2320], [1006, 1994], [1026, 1438], [1012, 960], [1020, 590], [1036, 300], [1060, 40], [1096, -280], [1160, -800]] };

export const river = {
  name: '黄浦江', nameEn: 'Huangpu River',
  bank: [[-760, -110], [-420, -42], [0, 8], [350, 26], [700, 4], [1050, -8], [1400, 44], [1700, 132], [1930, 258], [2100, 384], [2330, 600], [2620, 920]],
  far: [[-760, -560], [-300, -480], [150, -425], [700, -440], [1150, -430], [1550, -350], [1900, -200], [2180, 10], [2440, 270], [2700, 560]],
};

export const creek = {
  name: '杨树浦港', nameEn: 'Yangshupu Creek', width: 22,
  line: [[452, 0], [448, 150], [424, 330], [440, 580], [482, 780], [472, 985], [432, 1240], [440, 1480], [484, 1740], [470, 2004], [486, 2320], [520, 2700]],
};

// Committees: seed places from which each grows block by block. Area numbers: 1 north, 2 centre, 3 river side.
export const areas = [
  { name: '长阳片区', nameEn: 'Changyang Area' },
  { name: '平凉片区', nameEn: 'Pingliang Area' },
  { name: '滨江片区', nameEn: 'Riverside Area' },
];
export const committees = [
  { name: '长眉居委会', nameEn: 'Changmei', area: 1, at: [120, 1860] },
  { name: '富天苑居委会', nameEn: 'Futianyuan', area: 1, at: [560, 1860] },
  { name: '双阳居委会', nameEn: 'Shuangyang', area: 1, at: [920, 1860] },
  { name: '广杭居委会', nameEn: 'Guanghang', area: 1, at: [1300, 1860] },
  { name: '长阳新苑居委会', nameEn: 'Changyang Xinyuan', area: 1, at: [1810, 1860] },
  { name: '银河苑居委会', nameEn: 'Yinheyuan', area: 1, at: [740, 1560] },
  { name: '幸福村居委会', nameEn: 'Xingfucun', area: 1, at: [1300, 1560] },
  { name: '榆林居委会', nameEn: 'Yulin', area: 2, at: [120, 1200] },
  { name: '眉州居委会', nameEn: 'Meizhou', area: 2, at: [740, 1320] },
  { name: '中王居委会', nameEn: 'Zhongwang', area: 2, at: [740, 1080] },
  { name: '松潘居委会', nameEn: 'Songpan', area: 2, at: [1110, 1080] },
  { name: '临青居委会', nameEn: 'Linqing', area: 2, at: [1480, 1360] },
  { name: '长隆居委会', nameEn: 'Changlong', area: 2, at: [1810, 1380] },
  { name: '新华居委会', nameEn: 'Xinhua', area: 2, at: [1660, 850] },
  { name: '许昌居委会', nameEn: 'Xuchang', area: 3, at: [120, 780] },
  { name: '杨家宅居委会', nameEn: 'Yangjiazhai', area: 3, at: [740, 780] },
  { name: '河间居委会', nameEn: 'Hejian', area: 3, at: [1110, 780] },
  { name: '宁武居委会', nameEn: 'Ningwu', area: 3, at: [1500, 450] },
  { name: '腾越居委会', nameEn: 'Tengyue', area: 3, at: [1980, 700] },
  { name: '华忻坊居委会', nameEn: 'Huaxinfang', area: 3, at: [350, 300] },
  { name: '滨江居委会', nameEn: 'Binjiang', area: 3, at: [1110, 350] },
];

// The map's sheet in degrees: west, south, east, north.
export const sheet = [121.5272, 31.2602, 121.5588, 31.2862];

// Estates of the town: form slab (rows), tower, mixed, or office (one or two towers). committee counts from 1.
export const estates = [
  { name: '东田公寓', nameEn: 'Dongtian Apartments', committee: 8, form: 'tower' },
  { name: '馨运公寓', nameEn: 'Xinyun Apartments', committee: 12, form: 'tower' },
  { name: '银河经典苑', nameEn: 'Yinhe Classic Garden', committee: 6, form: 'mixed' },
  { name: '银河苑小区', nameEn: 'Yinheyuan Estate', committee: 6, form: 'slab' },
  { name: '五星大厦', nameEn: 'Wuxing Tower', committee: 11, form: 'office' },
  { name: '久玖住房', nameEn: 'Jiujiu Housing', committee: 18, form: 'mixed' },
  { name: '龙泽大厦', nameEn: 'Longze Tower', committee: 17, form: 'office' },
  { name: '杨家宅小区', nameEn: 'Yangjiazhai Estate', committee: 16, form: 'slab', short: '杨家宅' },
  { name: '幸福村一小区', nameEn: 'Xingfucun Estate 1', committee: 7, form: 'slab' },
  { name: '幸福村二小区', nameEn: 'Xingfucun Estate 2', committee: 7, form: 'slab' },
  { name: '幸福村三小区', nameEn: 'Xingfucun Estate 3', committee: 7, form: 'slab' },
  { name: '眉州坊', nameEn: 'Meizhoufang', committee: 9, form: 'slab' },
  { name: '长隆小区', nameEn: 'Changlong Estate', committee: 13, form: 'slab' },
  { name: '新华小区', nameEn: 'Xinhua Estate', committee: 14, form: 'slab' },
  { name: '富天苑', nameEn: 'Futianyuan', committee: 2, form: 'mixed' },
  { name: '长阳新苑', nameEn: 'Changyang Xinyuan', committee: 5, form: 'mixed' },
  { name: '碧桂园', nameEn: 'Country Garden', committee: 21, form: 'tower' },
  { name: '康博名邸', nameEn: 'Kangbo Residence', committee: 10, form: 'tower' },
  { name: '长眉小区', nameEn: 'Changmei Estate', committee: 1, form: 'slab' },
  { name: '周家嘴小区', nameEn: 'Zhoujiazui Estate', committee: 1, form: 'slab' },
  { name: '许昌苑', nameEn: 'Xuchang Garden', committee: 1, form: 'mixed' },
  { name: '富天公寓', nameEn: 'Futian Apartments', committee: 2, form: 'tower' },
  { name: '广杭一小区', nameEn: 'Guanghang Estate 1', committee: 2, form: 'slab' },
  { name: '双阳小区', nameEn: 'Shuangyang Estate', committee: 3, form: 'slab' },
  { name: '双阳新苑', nameEn: 'Shuangyang Xinyuan', committee: 3, form: 'mixed' },
  { name: '图门小区', nameEn: 'Tumen Estate', committee: 3, form: 'slab' },
  { name: '广杭二小区', nameEn: 'Guanghang Estate 2', committee: 4, form: 'slab' },
  { name: '广信苑', nameEn: 'Guangxin Garden', committee: 4, form: 'mixed' },
  { name: '临北小区', nameEn: 'Linbei Estate', committee: 4, form: 'slab' },
  { name: '贵阳小区', nameEn: 'Guiyang Estate', committee: 5, form: 'slab' },
  { name: '隆昌新苑', nameEn: 'Longchang Xinyuan', committee: 5, form: 'mixed' },
  { name: '长阳公寓', nameEn: 'Changyang Apartments', committee: 6, form: 'tower' },
  { name: '双长小区', nameEn: 'Shuangchang Estate', committee: 7, form: 'slab' },
  { name: '榆林小区', nameEn: 'Yulin Estate', committee: 8, form: 'slab' },
  { name: '兰州新苑', nameEn: 'Lanzhou Xinyuan', committee: 8, form: 'mixed' },
  { name: '眉州苑', nameEn: 'Meizhou Garden', committee: 9, form: 'mixed' },
  { name: '景星小区', nameEn: 'Jingxing Estate', committee: 9, form: 'slab' },
  { name: '中王小区', nameEn: 'Zhongwang Estate', committee: 10, form: 'slab' },
  { name: '港东苑', nameEn: 'Gangdong Garden', committee: 10, form: 'mixed' },
  { name: '松潘小区', nameEn: 'Songpan Estate', committee: 11, form: 'slab' },
  { name: '宁国公寓', nameEn: 'Ningguo Apartments', committee: 11, form: 'tower' },
  { name: '临青小区', nameEn: 'Linqing Estate', committee: 12, form: 'slab' },
  { name: '扬州小区', nameEn: 'Yangzhou Estate', committee: 12, form: 'slab' },
  { name: '隆昌公寓', nameEn: 'Longchang Apartments', committee: 13, form: 'tower' },
  { name: '腾北小区', nameEn: 'Tengbei Estate', committee: 13, form: 'slab' },
  { name: '新华公寓', nameEn: 'Xinhua Apartments', committee: 14, form: 'tower' },
  { name: '平凉新苑', nameEn: 'Pingliang Xinyuan', committee: 14, form: 'mixed' },
  { name: '许昌小区', nameEn: 'Xuchang Estate', committee: 15, form: 'slab' },
  { name: '港西苑', nameEn: 'Gangxi Garden', committee: 15, form: 'mixed' },
  { name: '平凉小区', nameEn: 'Pingliang Estate', committee: 15, form: 'slab' },
  { name: '杨家宅新苑', nameEn: 'Yangjiazhai Xinyuan', committee: 16, form: 'mixed' },
  { name: '河间小区', nameEn: 'Hejian Estate', committee: 17, form: 'slab' },
  { name: '宁国小区', nameEn: 'Ningguo Estate', committee: 17, form: 'slab' },
  { name: '宁武小区', nameEn: 'Ningwu Estate', committee: 18, form: 'slab' },
  { name: '临南小区', nameEn: 'Linnan Estate', committee: 18, form: 'slab' },
  { name: '腾越小区', nameEn: 'Tengyue Estate', committee: 19, form: 'slab' },
  { name: '内江公寓', nameEn: 'Neijiang Apartments', committee: 19, form: 'tower' },
  { name: '华忻坊', nameEn: 'Huaxinfang', committee: 20, form: 'slab' },
  { name: '华忻苑', nameEn: 'Huaxin Garden', committee: 20, form: 'mixed' },
  { name: '滨江名邸', nameEn: 'Binjiang Residence', committee: 21, form: 'tower' },
];

// Parks and campuses; of: the whole block or the single cell at the place.
export const parks = [
  { name: '长阳创谷', nameEn: 'Changyang Campus', class: 'campus', of: 'block', at: [1640, 1600] },
  { name: '互联宝地', nameEn: 'Hulian Campus', class: 'campus', of: 'block', at: [1300, 1330], building: { name: '互联宝地得物大楼', nameEn: 'Dewu Building, Hulian Campus' } },
  { name: '四季广场', nameEn: 'Four Seasons Square', class: 'campus', of: 'cell', at: [940, 900] },
  { name: '城市概念', nameEn: 'City Concept Park', class: 'campus', of: 'cell', at: [1660, 930] },
  { name: '大桥公园', nameEn: 'Daqiao Park', class: 'green', of: 'cell', at: [1110, 400] },
  { name: '眉州绿地', nameEn: 'Meizhou Green', class: 'green', of: 'cell', at: [560, 1560] },
  { name: '长阳绿地', nameEn: 'Changyang Green', class: 'green', of: 'cell', at: [1960, 1600] },
  { name: '港畔绿地', nameEn: 'Creekside Green', class: 'green', of: 'cell', at: [380, 800] },
];

// Places a person would name, by kind.
export const places = [
  { name: '地铁12号线宁国路站', nameEn: 'Ningguo Road Station, Line 12', kind: 'station', at: [1040, 1462] },
  { name: '地铁12号线隆昌路站', nameEn: 'Longchang Road Station, Line 12', kind: 'station', at: [1752, 1506] },
  { name: '大桥街道办事处', nameEn: 'Daqiao Sub-district Office', kind: 'office', at: [700, 1410] },
  { name: '城市运行管理中心', nameEn: 'Urban Operations Centre', kind: 'office', at: [720, 1380] },
  { name: '社区事务受理服务中心', nameEn: 'Community Affairs Service Centre', kind: 'office', at: [780, 985] },
  { name: '社区卫生服务中心', nameEn: 'Community Health Centre', kind: 'health', at: [1290, 985] },
  { name: '大桥派出所', nameEn: 'Daqiao Police Station', kind: 'office', at: [1490, 1470] },
  { name: '长阳菜市场', nameEn: 'Changyang Market', kind: 'market', at: [880, 1470] },
  { name: '平凉菜市场', nameEn: 'Pingliang Market', kind: 'market', at: [1330, 930] },
  { name: '河间菜市场', nameEn: 'Hejian Market', kind: 'market', at: [700, 615] },
  { name: '宁国路渡口', nameEn: 'Ningguo Road Ferry', kind: 'ferry', at: [1052, 24] },
];

export const schools = [
  { name: '长阳小学', nameEn: 'Changyang Primary School', at: [1300, 1560] },
  { name: '平凉小学', nameEn: 'Pingliang Primary School', at: [340, 1060] },
  { name: '许昌路中学', nameEn: 'Xuchang Road Middle School', at: [120, 1580] },
  { name: '宁武路幼儿园', nameEn: 'Ningwu Road Kindergarten', at: [1640, 520] },
  { name: '临青中学', nameEn: 'Linqing Middle School', at: [1480, 1100] },
  { name: '腾越路小学', nameEn: 'Tengyue Road Primary School', at: [1980, 900] },
];
