<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Body</name>
    <message>
        <source>One answer could not be taken. Leave again to drop it.</source>
        <translation>有一项填写的内容无法保存。再次离开将放弃这一项。</translation>
    </message>
    <message>
        <source>Finished: {0}</source>
        <translation>已完成：{0}</translation>
    </message>
    <message>
        <source>Not finished yet: {0} to put right. First: {1}</source>
        <translation>尚未完成：还有 {0} 处需要补正。第一处：{1}</translation>
    </message>
    <message>
        <source>You go on where you stopped; earlier answers are kept.</source>
        <translation>已从上次停下的地方继续，之前填写的内容都在。</translation>
    </message>
</context>
<context>
    <name>ComboEditor</name>
    <message>
        <source>(not chosen)</source>
        <translation>（未选）</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Previous</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Enter: next question</source>
        <translation>回车：下一题</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Check everything and finish (Ctrl+Enter)</source>
        <translation>检查全部内容并完成（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>PaperEditor</name>
    <message>
        <source>Signed on the printed sheet.</source>
        <translation>在打印的纸质表上签字。</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Last time: {0}</source>
        <translation>上次：{0}</translation>
    </message>
    <message>
        <source>Please answer this question.</source>
        <translation>请填写这一题。</translation>
    </message>
    <message>
        <source>Please check this answer.</source>
        <translation>请核对这一题。</translation>
    </message>
</context>
<context>
    <name>RepeatView</name>
    <message>
        <source>Add a member</source>
        <translation>增加成员</translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation>增加措施</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>增加一项</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Income per head</source>
        <translation>人均纯收入</translation>
    </message>
    <message>
        <source>Net income</source>
        <translation>家庭纯收入</translation>
    </message>
    <message>
        <source>Reference per head</source>
        <translation>人均收入（参考口径）</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Please check ({0})</source>
        <translation>请核对（{0}）</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有发现异常。</translation>
    </message>
    <message>
        <source>Suggested measures ({0})</source>
        <translation>建议措施（{0}）</translation>
    </message>
    <message>
        <source>None for the risks of this household.</source>
        <translation>按本户风险没有可推荐的措施。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>Opening the form …</source>
        <translation>正在打开表单……</translation>
    </message>
</context>
<context>
    <name>TriggerEditor</name>
    <message>
        <source>Seen</source>
        <translation>已阅</translation>
    </message>
</context>
</TS>
