/**
 * What people write when a password is asked of them, in China and elsewhere: words, pinyin, numbers that
 * sound like words, and rows of keys. None of it makes a password, however often it is strung together: lists of
 * whole passwords, published from what was stolen in the West, know little of that.
 */
export const commonWords: readonly string[] = `
password passwort passw0rd pass word passwd pwd secret letmein welcome login logon signin user username admin
administrator root superuser guest test tester testing demo sample default changeme temp public private master
system server computer internet network database oracle mysql postgres linux ubuntu windows microsoft google
apple iphone android samsung huawei xiaomi tencent alibaba taobao alipay weixin wechat weibo baidu douyin
hello world iloveyou love lovely lover forever sunshine princess dragon monkey football baseball basketball soccer
superman batman spiderman pokemon starwars master shadow killer freedom whatever trustno trustnoone ninja mustang
michael jennifer jordan jessica charlie daniel thomas robert george andrew hunter ranger buster tigger pepper ginger
summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december happy lucky money dollar business company office work
qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc edcrfv rfvtgb qweasd qweasdzxc
qwer qwert asd zxc qaz wsx edc abc abcd abcde abcdef abcdefg aaa abcabc abcxyz
mima mimashi wodemima woaini woaiwo woaizhongguo woaiwojia aini ainini wohenaini woxihuanni nihao nihaoma nimen
zhongguo zhonghua beijing shanghai guangzhou shenzhen tianjin chongqing wuhan chengdu xian hangzhou suzhou
tianya tiantian kaixin kuaile xingfu jiankang pingan facai gongxi gongxifacai xinnian chunjie haoyun caonima woshishei
wangyi zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli lixiuying wangli
zhangjing zhangxiuying liqiang wangmin limin wangyan wanglei liujie zhangyong xiaoming laoban laopo laogong baobao baobei
guanliyuan yonghu zhanghao denglu xitong ceshi gongsi shangwubu shangwuting kaifaqu yuanqu jiagong maoyi jiagongmaoyi
processing trade park ministry commerce province tidu
密码 口令 管理员 用户 系统 测试 中国 我爱你 你好 世界 北京 上海 公司 商务部 商务厅 园区 加工贸易 产业园 梯度
5201314 520 521 1314 13145 1314520 147258369 147258 258369 159357 159753 123321 1qaz 2wsx 3edc 4rfv 1q2w3e4r 1q2w3e
1q2w 3e4r zaq1 xsw2 1a2b3c 1a2b3c4d a1b2c3 a1b2c3d4 q1w2e3 q1w2e3r4 q1w2e3r4t5 110110 119119 110 119 120 114 168 1688
666 888 999 518 918 88 66 99 369 789 147 741 963 852 007 777 12306 10086 10010 95588
`
  .trim()
  .split(/\s+/);

/** Keys and signs that stand beside each other: any stretch of three and more, in either direction. */
export const rowsOfKeys: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.',
  '!@#$%^&*()_+',
  '一二三四五六七八九十',
  '甲乙丙丁戊己庚辛壬癸',
];
