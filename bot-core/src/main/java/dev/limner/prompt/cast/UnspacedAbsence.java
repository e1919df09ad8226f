package dev.limner.prompt.cast;

import dev.limner.prompt.text.Folding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sentence of Chinese or Japanese says of whom it names: dead, elsewhere, waited for, only in an image. */
final class UnspacedAbsence {
    /** Characters looked at on either side. */
    private static final int REACH = 20;

    private static final String HONOURED = "^(さん|ちゃん|くん|君|様|先生|殿|[一-龥]{2,3}(?=[がはをのに]))?";

    private static final Pattern BEFORE = folded("(亡くなった|死んだ|亡き|他界した|已故的?|死去的|去世的|逝去的|死去多年的"
            // only thought, spoken of or waited for
            + "|等着|等著|等待|等候|在等|还在等|想念|思念|怀念|懷念|想起|惦记着?|牵挂着?|寻找|尋找|在找|到处找|梦见|夢見|梦到|提起|说起|說起|聊起|谈起"
            + "|谈论|談論|打听|打聽|没有|沒有|写信给|寫信給|ここにいない"
            + "|想起了|想到了?|梦见了|夢見了|梦到了|提起了|提到了?|想念着|思念着|怀念着|等待着|打电话给|打給|打给|拨打|联系不上|根据)$");

    private static final Pattern AFTER = folded(HONOURED + "("
            // somebody died, and not somebody of theirs
            + "(?![的の]).{0,10}?((亡くなった|死んだ|他界した)(?=$|[ぁ-ん])|亡くなって|亡くなりま|死んで(しま|から|以来|いる|いた|もう)|他界して|もうこの世にい"
            + "|死在|死了|死于|去世|过世|過世|病逝|阵亡|陣亡|牺牲|犧牲|丧命|喪命|逝世|不在人世)"
            // somebody has not come
            + "|(は|が|も|还|還|也|今天|今晚|今夜|昨天|至今|一直)*(もう|まだ|ここに|ここには)?(いない|いなかった|来ない|来なかった|来ていない"
            + "|戻らない|戻っていない|帰らない|帰ってこない|留守|不在(?![乎意])|欠席|出張|没来|沒來|没有来|没回来|沒回來|没有回来|没到|出差|请假|請假|赶不回来|趕不回來)"
            + "|(现在|現在)?(还|還|仍|仍然|依然|人)?在(国外|國外|海外|外地|外国|外國|老家|出差|住院)"
            // somebody has gone
            + "|(は|が|も)(?![^はが]{0,9}[はが]).{0,9}(帰ってしま|行ってしま|出てしま|去ってしま|逃げてしま|旅立ってしま|出かけて(いる|いた|しま)|引っ越し(た|て))"
            + "|(は|が)(もう|すでに|既に|昨日|今朝|昨夜|先に).{0,6}(帰った|出た|発った|去った|旅立った|出発した)"
            + "|(已经|已經|早已|早就|昨天|昨晚|今早|今晨|上周|去年|刚刚|前天).{0,6}(走了|离开|離開|回去了|回家|回老家|下山|出门|出門|出发|出發|出国|出國|搬走|去了)"
            // somebody only heard from, or laid to rest
            + "|(刚刚?|剛剛?|又|昨晚|今早|早上|从.{1,6}|從.{1,6})?(打来|打來|来电|來電|发来|發來)(了|的)?(电话|電話|短信|微信|消息|语音|語音|视频|視頻|说|說)?"
            + "|(葬在|埋在|被葬|下葬|入土|被绞死|被絞死|被处死|被處死)|(被困在|堵在|卡在|困在)(路上|机场|機場|高速|边境|邊境|车站|車站)"
            + "|から.{0,5}(電話|着信|連絡|メッセージ|LINE)|(が|は).{0,8}(から|で)電話(して|を|が)|(は|が).{0,6}(埋葬され|葬られ|渋滞に)"
            // somebody only waited for or thought of
            + "|(を|のことを)(ずっと|まだ|今も)?(待っ|待ち|待つ|探し|捜し|探す|思い出|想っ|想い|偲|恋しが)"
            + "|に(手紙|メール|葉書|便り)を?(書|送|出)"
            + "|の(話|噂|思い出)(を|が|に)"
            + "|(が|は)?(生きていた?ら|生きていれば|いてくれた?ら|いれば|いたら|さえいれば)"
            + "|が(帰|戻|来)(る|って来る|ってくる)まで|(は|が)(明日|来週|明後日).{0,3}(来る|帰|戻)"
            + "|(回来|回來)(之前|以前|前)|(要是|如果)?(还|還)(活着|活著|在世)|(明天|后天|後天|下周|下週)才?(来|來|回|到)"
            // what stands for them
            + "|[的の](遺影|遺像|遗像|遺品|遗物|遺骨|墓|坟|墳|位牌|灵位|靈位|牌位|葬式|葬礼|葬禮|肖像|画像|畫像|照片|写真|幻影|銅像|铜像"
            + "|手紙|来信|來信|遗书|遺書|形見|信$|信[，,封])"
            + "|[的の](電話|电话)(一直|还是|始终)?(打不通|没人接|沒人接|关机|占线|無人接聽|に出ない)|の?電話に出ない"
            + "|[的の](葬礼|葬禮|忌日|命日|日记|日記|号码|號碼|番号|誕生日|生日|来电|來電|名字|名前)"
            + "|に(電話|LINE|ライン|メッセージ)を?(かけ|送|し)|のこと(を|が|は|ばかり)?(思|考え|忘れ|夢)"
            + "|から(の|届いた|来た)?.{0,3}(手紙|便り|メール|葉書)|(寄来|寄來|写来|寫來|写|留下|送来|发来|發來)的(信|纸条|紙條|短信|明信片|字条|便条|画|消息))");

    private static final Pattern LEAVING = folded(HONOURED
            + "(は|が|も)?(?![的の]).{0,10}(出て行った|出ていった|出ていく|出て行く|立ち去|走り去|去っていった|去って行った"
            + "|离开了|離開了|离去|離去|走了出去|走出去|出门了|出門了|扬长而去|揚長而去)");

    private static final Pattern CALLED = folded("^(さん|ちゃん|くん|君|様|先生|殿|姐|哥)?($|[你您咱])");

    private static final Pattern TURNED_TO = folded("(^|吧|谢谢|謝謝|多谢|啊|呀|呢|了)$");

    private UnspacedAbsence() {}

    /**
     * @param run where the run of text without blanks begins that holds the name
     * @param start of the name
     * @param end behind it
     * @param runEnd behind the run
     */
    static @Nullable Evidence tell(CharSequence text, int run, int start, int end, int runEnd) {
        CharSequence before = text.subSequence(Math.max(run, start - REACH), start);
        CharSequence after = text.subSequence(end, Math.min(runEnd, end + REACH));
        if (BEFORE.matcher(before).find() || AFTER.matcher(after).find()) {
            return Evidence.AWAY;
        }
        return LEAVING.matcher(after).find() ? Evidence.LEAVES : null;
    }

    /** In speech: whether nothing but an honour stands around a name, or what turns to somebody. */
    static boolean mayBeCalled(CharSequence text, int run, int start, int end, int runEnd) {
        return TURNED_TO
                        .matcher(text.subSequence(Math.max(run, start - REACH), start))
                        .find()
                && CALLED.matcher(text.subSequence(end, Math.min(runEnd, end + REACH)))
                        .find();
    }

    private static Pattern folded(String pattern) {
        return Pattern.compile(Folding.fold(pattern));
    }
}
