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
        <source>Nothing is missing or wrong.</source>
        <translation>没有漏填或有误的题。</translation>
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
    <name>Changing</name>
    <message>
        <source>Removed number {0}. Ctrl+Z brings it back.</source>
        <translation>已删除第 {0} 条，按 Ctrl+Z 可恢复。</translation>
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
    <name>DayEditor</name>
    <message>
        <source>Pick from a calendar</source>
        <translation>从日历中选择</translation>
    </message>
</context>
<context>
    <name>DrawnEditor</name>
    <message>
        <source>Sign here …</source>
        <translation>在此签名…</translation>
    </message>
    <message>
        <source>Draw …</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>With mouse, pen or finger.</source>
        <translation>可用鼠标、触控笔或手指书写。</translation>
    </message>
    <message>
        <source>Draw again …</source>
        <translation>重新绘制…</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keeping {0} …</source>
        <translation>正在保存 {0}…</translation>
    </message>
    <message>
        <source>Choose a photo …</source>
        <translation>选择照片…</translation>
    </message>
    <message>
        <source>Choose a recording …</source>
        <translation>选择录音…</translation>
    </message>
    <message>
        <source>Choose a video …</source>
        <translation>选择录像…</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Kept with the answers ({0})</source>
        <translation>已随答卷保存（{0}）</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
</context>
<context>
    <name>FilteredEditor</name>
    <message>
        <source>Type to search</source>
        <translation>输入文字查找</translation>
    </message>
    <message>
        <source>… and {0} more: type to narrow</source>
        <translation>……还有 {0} 项，请输入文字缩小范围</translation>
    </message>
</context>
<context>
    <name>FoldedEditor</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>(nothing chosen)</source>
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
        <source>Go to the next question to put right (F8)</source>
        <translation>转到下一处需要补正的题（F8）</translation>
    </message>
    <message>
        <source>Enter: next question</source>
        <translation>回车：下一题</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment on the question (Ctrl+M)</source>
        <translation>给本题写备注（Ctrl+M）</translation>
    </message>
    <message>
        <source>{0} to put right</source>
        <translation>还有 {0} 处需补正</translation>
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
        <source>One at a time</source>
        <translation>逐题填写</translation>
    </message>
    <message>
        <source>Show one question at a time (F7)</source>
        <translation>每次只显示一题（F7）</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>问卷语言</translation>
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
    <name>MomentEditor</name>
    <message>
        <source>Please write day and time as 2026-01-31 08:30.</source>
        <translation>请按 2026-01-31 08:30 的样式填写日期和时间。</translation>
    </message>
</context>
<context>
    <name>PointEditor</name>
    <message>
        <source>latitude longitude, as 31.07 109.87</source>
        <translation>纬度 经度，如 31.07 109.87</translation>
    </message>
    <message>
        <source>Please write latitude and longitude, as 31.07 109.87.</source>
        <translation>请填写纬度和经度，如 31.07 109.87。</translation>
    </message>
</context>
<context>
    <name>PointsEditor</name>
    <message>
        <source>One point a line, as 31.07 109.87; paste the list here.</source>
        <translation>每行一个点，如 31.07 109.87；可整段粘贴。</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0} 个点</translation>
    </message>
    <message>
        <source>Line {0} is no latitude and longitude, as 31.07 109.87.</source>
        <translation>第 {0} 行不是纬度和经度，应如 31.07 109.87。</translation>
    </message>
    <message>
        <source>At least {0} points, please.</source>
        <translation>至少需要 {0} 个点。</translation>
    </message>
</context>
<context>
    <name>RangeEditor</name>
    <message>
        <source>Please choose a number from {0} to {1} in steps of {2}.</source>
        <translation>请填写 {0} 至 {1} 之间、间隔为 {2} 的数。</translation>
    </message>
</context>
<context>
    <name>RankEditor</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Take this order</source>
        <translation>就按这个顺序</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Drag, or move with Alt+↑ and Alt+↓.</source>
        <translation>可拖动，或用 Alt+↑、Alt+↓ 移动。</translation>
    </message>
    <message>
        <source>No order is chosen yet.</source>
        <translation>尚未排序。</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>The form wishes “{0}”, which is not here: shown plainly.</source>
        <translation>问卷要求的显示方式“{0}”本程序没有，已按普通样式显示。</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Changed. Last time: {0}</source>
        <translation>有变化，上次：{0}</translation>
    </message>
    <message>
        <source>Please answer this question.</source>
        <translation>请填写这一题。</translation>
    </message>
    <message>
        <source>Please check this answer.</source>
        <translation>请核对这一题。</translation>
    </message>
    <message>
        <source>This is unusual. Correct it, or say why it is right.</source>
        <translation>填写内容不同寻常，请改正，或说明理由。</translation>
    </message>
    <message>
        <source>Why it is right all the same</source>
        <translation>说明理由（属实的原因）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
</context>
<context>
    <name>RepeatView</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SearchEditor</name>
    <message>
        <source>Type to search, ↓ shows all</source>
        <translation>输入文字查找，按 ↓ 列出全部</translation>
    </message>
    <message>
        <source>Please choose one of the list.</source>
        <translation>请从列表中选择一项。</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
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
    <name>Sheet</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation>添加措施</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>再添加一条</translation>
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
    <name>TimeEditor</name>
    <message>
        <source>Please write the time as 08:30.</source>
        <translation>请按 08:30 的样式填写时间。</translation>
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