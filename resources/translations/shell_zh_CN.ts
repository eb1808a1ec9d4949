<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AddDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Only these villages (codes)</source>
        <translation>只负责这些村（代码）</translation>
    </message>
    <message>
        <source>empty: all villages</source>
        <translation>不填为全部村</translation>
    </message>
    <message>
        <source>First passphrase</source>
        <translation>初始口令</translation>
    </message>
    <message>
        <source>First passphrase again</source>
        <translation>再输一次初始口令</translation>
    </message>
    <message>
        <source>Each person opens it with a passphrase of their own.</source>
        <translation>每个人用自己的口令打开工作区。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Please fill in the name.</source>
        <translation>请填写姓名。</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Plans that wait</source>
        <translation>待审批计划</translation>
    </message>
    <message>
        <source>No plan waits</source>
        <translation>没有待审批的计划</translation>
    </message>
    <message>
        <source>Plans appear here when packages from townships are taken in.</source>
        <translation>接收乡镇同步包后，待审批的帮扶计划会显示在这里。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Approve the chosen plans (Ctrl+Enter)</source>
        <translation>通过所选计划（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Hold Ctrl or Shift to choose several plans at once.</source>
        <translation>按住 Ctrl 或 Shift 可一次选择多份计划。</translation>
    </message>
    <message>
        <source>Plans to approve</source>
        <translation>帮扶计划审批</translation>
    </message>
    <message>
        <source>{0} plans approved.</source>
        <translation>已通过 {0} 份计划。</translation>
    </message>
    <message>
        <source>The township reads this reason when the plan comes back.</source>
        <translation>退回意见将随同步包发给乡镇，请写明需要修改的内容。</translation>
    </message>
    <message>
        <source>{0} plans sent back.</source>
        <translation>已退回 {0} 份计划。</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Bugs</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出现错误</translation>
    </message>
    <message>
        <source>This step was not done. Everything saved before is safe. Please copy the report and send it to support.</source>
        <translation>本次操作没有完成，此前保存的内容不受影响。请复制错误报告并发给技术支持人员。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Whose value holds</source>
        <translation>以谁为准</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>以最新填报为准</translation>
    </message>
    <message>
        <source>The county&apos;s</source>
        <translation>以县级填报为准</translation>
    </message>
    <message>
        <source>The township&apos;s</source>
        <translation>以乡镇填报为准</translation>
    </message>
    <message>
        <source>Reason for all of them</source>
        <translation>统一理由</translation>
    </message>
    <message>
        <source>Decide all</source>
        <translation>全部裁定</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突处理</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The program never decides for you; nothing is lost.</source>
        <translation>系统不会代为决定，任何一方填写的内容都不会丢失。</translation>
    </message>
    <message>
        <source>To look through</source>
        <translation>待核处</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Decided. Both values stay in the history.</source>
        <translation>已确定，两种填写内容均保留在历史记录中。</translation>
    </message>
    <message>
        <source>{0} decided by the rule, {1} left to decide one by one.</source>
        <translation>按规则裁定 {0} 项，其余 {1} 项须逐项裁定。</translation>
    </message>
</context>
<context>
    <name>CountyCards</name>
    <message>
        <source>Computers of the county</source>
        <translation>全县电脑</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>What has come from it stays. What comes from now on goes to quarantine, and no package is written for it any more.</source>
        <translation>已收到的内容保留；此后收到的一律隔离，也不再给它导出同步包。</translation>
    </message>
    <message>
        <source>Packages taken in</source>
        <translation>已接收的同步包</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>What the package brought goes to quarantine. What was written afterwards stays.</source>
        <translation>这个包带来的变更进入隔离，之后填报的内容不受影响。</translation>
    </message>
    <message>
        <source>{0} is cut off.</source>
        <translation>“{0}”已挂失。</translation>
    </message>
    <message>
        <source>{0} changes are set aside.</source>
        <translation>已撤下 {0} 条变更。</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>Meishan County</source>
        <translation>如：湄山县</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Xiling Township</source>
        <translation>如：西岭镇</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>操作员姓名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>workspace.survey</source>
        <translation>工作区.survey</translation>
    </message>
    <message>
        <source>Make workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Kind of office</source>
        <translation>单位层级</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>At least {0} characters. A recovery key for the safe comes next.</source>
        <translation>至少{0}个字符。下一步会生成恢复码，供锁入保险柜。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Where the workspace is kept</source>
        <translation>工作区保存位置</translation>
    </message>
    <message>
        <source>Please fill in the office and your name.</source>
        <translation>请填写单位和操作员姓名。</translation>
    </message>
    <message>
        <source>The passphrase needs at least {0} characters.</source>
        <translation>口令至少需要 {0} 个字符。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type them again.</source>
        <translation>两次输入的口令不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nobody contradicts anybody.</source>
        <translation>各方填写一致，没有需要处理的冲突。</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>Two people set this without seeing each other. Which one holds?</source>
        <translation>两人在互不知情的情况下填写了不同内容，请核实后选择正确的一项。</translation>
    </message>
    <message>
        <source>Before: {0}</source>
        <translation>原值：{0}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Show the household</source>
        <translation>查看农户</translation>
    </message>
    <message>
        <source>Choose a value and say why.</source>
        <translation>请先选择一项并写明理由</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>开始入户</translation>
    </message>
    <message>
        <source>Choose one with ↑ ↓ or by a click.</source>
        <translation>用 ↑ ↓ 键或鼠标选择一户。</translation>
    </message>
    <message>
        <source>No household chosen</source>
        <translation>未选择农户</translation>
    </message>
    <message>
        <source>Go on with visit</source>
        <translation>继续入户</translation>
    </message>
    <message>
        <source>Main risks: {0}</source>
        <translation>主要风险：{0}</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>pers.</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Income per head</source>
        <translation>人均纯收入</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Net income</source>
        <translation>家庭纯收入</translation>
    </message>
    <message>
        <source>Three guarantees and safe water</source>
        <translation>“三保障”和饮水安全</translation>
    </message>
    <message>
        <source>Please check ({0})</source>
        <translation>核查提示（{0}）</translation>
    </message>
    <message>
        <source>Members ({0})</source>
        <translation>家庭成员（{0}）</translation>
    </message>
    <message>
        <source>{0} of {1} delivered</source>
        <translation>{0} / {1} 已落实</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>帮扶措施</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>尚未制定帮扶计划。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>ID numbers</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Who changed what and when (Ctrl+H)</source>
        <translation>谁在何时改了什么（Ctrl+H）</translation>
    </message>
    <message>
        <source>Take your own last save back (Ctrl+Z)</source>
        <translation>撤销本人上次保存（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Show ID numbers in full; this is recorded (F8)</source>
        <translation>显示完整证件号码，查看会记入日志（F8）</translation>
    </message>
    <message>
        <source>Plan sheet</source>
        <translation>打印计划表</translation>
    </message>
    <message>
        <source>Make plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>Print the plan sheet (Ctrl+P)</source>
        <translation>打印帮扶计划表（Ctrl+P）</translation>
    </message>
    <message>
        <source>Write the assistance plan (F6)</source>
        <translation>制定帮扶计划（F6）</translation>
    </message>
    <message>
        <source>Fill in the household check (F5)</source>
        <translation>填写入户核查表（F5）</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>村数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Lost, cut off</source>
        <translation>已挂失</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>已登记</translation>
    </message>
</context>
<context>
    <name>DisputeColumns</name>
    <message>
        <source>Household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>By</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>DoorFrame</name>
    <message>
        <source>Household Survey Desk</source>
        <translation>入户监测工作台</translation>
    </message>
    <message>
        <source>Visits, plans and monitoring of rural households, without internet.</source>
        <translation>离线完成入户核查、帮扶计划和动态监测。</translation>
    </message>
    <message>
        <source>Every answer is saved at once</source>
        <translation>每填一项，立即保存</translation>
    </message>
    <message>
        <source>Data is encrypted on this computer</source>
        <translation>数据在本机加密存放</translation>
    </message>
    <message>
        <source>Work comes together by package</source>
        <translation>通过同步包汇总上报</translation>
    </message>
</context>
<context>
    <name>DoorWindow</name>
    <message>
        <source>Household Survey Desk</source>
        <translation>入户监测工作台</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Making the demo county…</source>
        <translation>正在生成演示县…</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drag packages or a folder here</source>
        <translation>将同步包或文件夹拖到这里</translation>
    </message>
    <message>
        <source>Choose packages…</source>
        <translation>选择同步包…</translation>
    </message>
    <message>
        <source>A whole folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Packages to take in</source>
        <translation>选择要接收的同步包</translation>
    </message>
    <message>
        <source>A folder of packages</source>
        <translation>同步包所在文件夹</translation>
    </message>
</context>
<context>
    <name>Dues</name>
    <message>
        <source>Finish the draft</source>
        <translation>续填草稿</translation>
    </message>
    <message>
        <source>Step overdue</source>
        <translation>环节逾期</translation>
    </message>
    <message>
        <source>Step to take</source>
        <translation>待办环节</translation>
    </message>
    <message>
        <source>Approve the plan</source>
        <translation>审批帮扶计划</translation>
    </message>
    <message>
        <source>Correct the plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>Visit the household</source>
        <translation>入户核查</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>行政村</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户类型</translation>
    </message>
    <message>
        <source>Was due</source>
        <translation>应办日期</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Under watch</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>脱贫户</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>一般户</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>All risks</source>
        <translation>全部风险</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Not yet surveyed</source>
        <translation>未入户</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>有草稿</translation>
    </message>
    <message>
        <source>Surveyed</source>
        <translation>已入户</translation>
    </message>
    <message>
        <source>Without a plan</source>
        <translation>未制定计划</translation>
    </message>
    <message>
        <source>Plan submitted</source>
        <translation>计划已上报</translation>
    </message>
    <message>
        <source>Plan returned</source>
        <translation>计划被退回</translation>
    </message>
    <message>
        <source>Plan approved</source>
        <translation>计划已审批</translation>
    </message>
    <message>
        <source>Risk eliminated</source>
        <translation>风险已消除</translation>
    </message>
</context>
<context>
    <name>GapColumns</name>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>第几条</translation>
    </message>
</context>
<context>
    <name>GapsPane</name>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Why it will never come</source>
        <translation>为何不会再收到</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出清单</translation>
    </message>
    <message>
        <source>Everything that is known of has arrived.</source>
        <translation>已知的变更都已收到。</translation>
    </message>
    <message>
        <source>Taken off the list.</source>
        <translation>已移出清单。</translation>
    </message>
</context>
<context>
    <name>Guarantees</name>
    <message>
        <source>Compulsory education</source>
        <translation>义务教育</translation>
    </message>
    <message>
        <source>{0} not at school</source>
        <translation>{0} 人失学辍学</translation>
    </message>
    <message>
        <source>{0} at school</source>
        <translation>{0} 人在校</translation>
    </message>
    <message>
        <source>No pupils</source>
        <translation>无在学儿童</translation>
    </message>
    <message>
        <source>Basic medical care</source>
        <translation>基本医疗</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>All insured</source>
        <translation>全员参保</translation>
    </message>
    <message>
        <source>{0} not insured</source>
        <translation>{0} 人未参保</translation>
    </message>
    <message>
        <source>Safe housing</source>
        <translation>住房安全</translation>
    </message>
    <message>
        <source>Grade {0}</source>
        <translation>{0} 级</translation>
    </message>
    <message>
        <source>Safe water</source>
        <translation>饮水安全</translation>
    </message>
    <message>
        <source>{0} of 4 fail</source>
        <translation>{0} 项不达标</translation>
    </message>
    <message>
        <source>Not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>在手册里查找</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>No saves yet.</source>
        <translation>还没有保存记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} saves</source>
        <translation>共{0}次保存</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>and {0} more fields</source>
        <translation>另有{0}项</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>已恢复</translation>
    </message>
</context>
<context>
    <name>HouseholdColumns</name>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>行政村</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户类型</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险类型</translation>
    </message>
    <message>
        <source>Per head</source>
        <translation>人均纯收入</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>最近走访</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的成员</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>填报中</translation>
    </message>
    <message>
        <source>Eliminated</source>
        <translation>已消除</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已审批</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Surveyed</source>
        <translation>已入户</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未入户</translation>
    </message>
</context>
<context>
    <name>HouseholdsPage</name>
    <message>
        <source>Print village</source>
        <translation>批量打印</translation>
    </message>
    <message>
        <source>{0} households · {1} under watch</source>
        <translation>{0} 户 · 监测对象 {1} 户</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部行政村</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>搜索“{0}”</translation>
    </message>
    <message>
        <source>{0} households in all villages</source>
        <translation>全部行政村中找到 {0} 户</translation>
    </message>
</context>
<context>
    <name>InboxCard</name>
    <message>
        <source>Watch a folder for packages</source>
        <translation>自动接收文件夹里的同步包</translation>
    </message>
    <message>
        <source>Which folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>The folder to watch</source>
        <translation>选择收件夹</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Joining for the first time</source>
        <translation>首次建立联系</translation>
    </message>
    <message>
        <source>Give every township the county&apos;s card.</source>
        <translation>导出县级名片，发给每个乡镇。</translation>
    </message>
    <message>
        <source>Write the card…</source>
        <translation>导出名片…</translation>
    </message>
    <message>
        <source>Accept the request that the township brings back, and say which villages are its.</source>
        <translation>接受乡镇送来的加入申请，并指定其负责的乡镇。</translation>
    </message>
    <message>
        <source>Accept a request…</source>
        <translation>接受申请…</translation>
    </message>
    <message>
        <source>Send the township its first package, above.</source>
        <translation>在上方向该乡镇发送第一个同步包。</translation>
    </message>
    <message>
        <source>Choose the card that the county gave you, and write the request to join.</source>
        <translation>选择县级发来的名片，生成加入申请。</translation>
    </message>
    <message>
        <source>Card and request…</source>
        <translation>选择名片…</translation>
    </message>
    <message>
        <source>Bring the request to the county.</source>
        <translation>把加入申请送到县级。</translation>
    </message>
    <message>
        <source>Take in the first package from the county, above.</source>
        <translation>在上方接收县级发来的第一个同步包。</translation>
    </message>
    <message>
        <source>Where to write the card</source>
        <translation>名片保存位置</translation>
    </message>
    <message>
        <source>The county&apos;s card</source>
        <translation>选择县级名片</translation>
    </message>
    <message>
        <source>Where to write the request</source>
        <translation>加入申请保存位置</translation>
    </message>
    <message>
        <source>The request to join</source>
        <translation>选择加入申请</translation>
    </message>
    <message>
        <source>{0} has joined.</source>
        <translation>{0}已加入。</translation>
    </message>
    <message>
        <source>Written. Compare this number by telephone: {0}</source>
        <translation>已生成。请双方通过电话核对此号码：{0}</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Recovery key</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Write it down and lock it away. It is shown only now; the key before opens no more.</source>
        <translation>请抄写后锁入保险柜。恢复码只显示这一次，原来的恢复码不再有效。</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已抄好</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Households</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>No household fits</source>
        <translation>没有符合条件的农户</translation>
    </message>
    <message>
        <source>Take a filter away, or search for another name.</source>
        <translation>请减少筛选条件，或换一个姓名搜索。</translation>
    </message>
    <message>
        <source>{0} households</source>
        <translation>共 {0} 户</translation>
    </message>
    <message>
        <source>hh.</source>
        <translation>户</translation>
    </message>
    <message>
        <source>All households</source>
        <translation>总户数</translation>
    </message>
    <message>
        <source>Under watch</source>
        <translation>监测对象</translation>
    </message>
    <message>
        <source>Surveyed</source>
        <translation>入户率</translation>
    </message>
    <message>
        <source>To survey</source>
        <translation>待入户</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter open   F5 visit   Ctrl+P print</source>
        <translation>↑ ↓ 选择   Enter 打开   F5 入户   Ctrl+P 打印</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Nobody worked here for a while. Nothing is lost.</source>
        <translation>因一段时间无人操作，窗口已锁定。内容没有丢失。</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>Your save of {0} is taken back.</source>
        <translation>已撤销您在{0}的保存。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Household Survey Desk</source>
        <translation>入户监测工作台</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>{0} yuan</source>
        <translation>{0} 元</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>{0} y.</source>
        <translation>{0}岁</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>To look through</source>
        <translation>待核处</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>逐项核处</translation>
    </message>
</context>
<context>
    <name>PackagesPage</name>
    <message>
        <source>Results</source>
        <translation>接收结果</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>同步包</translation>
    </message>
    <message>
        <source>Carry changes between computers by USB stick, sealed and signed.</source>
        <translation>用 U 盘在电脑之间传递数据，全程加密并签名。</translation>
    </message>
    <message>
        <source>{0} fields were set differently by two people. Please decide.</source>
        <translation>有 {0} 项内容两人填写不一致，请核实后确定。</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>No package taken in yet</source>
        <translation>还没有接收同步包</translation>
    </message>
    <message>
        <source>What each package brought is shown here, by village.</source>
        <translation>每个同步包带来的内容按村显示在这里。</translation>
    </message>
    <message>
        <source>Decide conflicts</source>
        <translation>处理冲突</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>同步包</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Package</source>
        <translation>同步包</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>New changes</source>
        <translation>新变更</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change my passphrase</source>
        <translation>修改我的口令</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>原口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>Backups made before still open with the old passphrase.</source>
        <translation>此前的备份仍用原口令打开。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Add a person…</source>
        <translation>添加操作员…</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>重新生成恢复码…</translation>
    </message>
    <message>
        <source>Save the audit…</source>
        <translation>导出操作日志…</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>修改我的口令…</translation>
    </message>
    <message>
        <source>Lock the window after a rest of</source>
        <translation>无人操作多久后锁定窗口</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}分钟</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不锁定</translation>
    </message>
    <message>
        <source>{0} villages</source>
        <translation>{0}个村</translation>
    </message>
    <message>
        <source>all villages</source>
        <translation>全部村</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>audit.xlsx</source>
        <translation>操作日志.xlsx</translation>
    </message>
    <message>
        <source>Save the audit</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>{0} lines written.</source>
        <translation>已写出{0}条。</translation>
    </message>
</context>
<context>
    <name>PlanColumns</name>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>行政村</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>户类型</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险类型</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>措施数</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>制定日期</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>No plan chosen</source>
        <translation>未选择计划</translation>
    </message>
    <message>
        <source>Main risks: {0}</source>
        <translation>主要风险：{0}</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>帮扶措施</translation>
    </message>
    <message>
        <source>No measures.</source>
        <translation>没有帮扶措施。</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>{0} pages were sent to the printer.</source>
        <translation>已向打印机发送 {0} 页。</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>QuarantinePane</name>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nothing is in quarantine.</source>
        <translation>没有隔离的变更。</translation>
    </message>
    <message>
        <source>Let them stand</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Choose changes and say why.</source>
        <translation>请选择变更并写明理由。</translation>
    </message>
    <message>
        <source>Decided: {0} changes.</source>
        <translation>已裁定 {0} 条变更。</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Chapter</source>
        <translation>本章内容</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数（已到/在册）</translation>
    </message>
    <message>
        <source>Up to change</source>
        <translation>到第几条</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>{0} to {1} not there yet</source>
        <translation>第 {0} 至 {1} 条未到</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>What is in</source>
        <translation>接收情况</translation>
    </message>
    <message>
        <source>What the county has</source>
        <translation>县里已收到</translation>
    </message>
    <message>
        <source>Write the receipt…</source>
        <translation>生成回执…</translation>
    </message>
    <message>
        <source>Where to write the receipt</source>
        <translation>回执保存位置</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已生成：{0}</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Forgotten passphrase</source>
        <translation>忘记口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Your name (if several work here)</source>
        <translation>姓名（多人共用时填写）</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再输一次新口令</translation>
    </message>
    <message>
        <source>The key was printed when the workspace was made: 8 groups of 4.</source>
        <translation>恢复码在建立工作区时打印，共8组、每组4位。</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Please type the recovery key.</source>
        <translation>请输入恢复码。</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>With this key a forgotten passphrase can be replaced. It is shown only now. Print it or write it down, and lock it away from this computer.</source>
        <translation>忘记口令时，凭恢复码可设置新口令。恢复码只显示这一次，请打印或抄写，锁入保险柜，不要与电脑放在一起。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已抄好</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复码</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This cannot go on</source>
        <translation>无法继续</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>No report yet</source>
        <translation>还没有报表</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Save Excel</source>
        <translation>保存 Excel</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Preview and print</source>
        <translation>预览打印</translation>
    </message>
    <message>
        <source>As on</source>
        <translation>统计截止日期</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表名称</translation>
    </message>
</context>
<context>
    <name>Risks</name>
    <message>
        <source>Illness</source>
        <translation>因病</translation>
    </message>
    <message>
        <source>Schooling</source>
        <translation>因学</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>因残</translation>
    </message>
    <message>
        <source>Disaster</source>
        <translation>因灾</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>意外</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>产业</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>就业</translation>
    </message>
    <message>
        <source>Labour</source>
        <translation>缺劳力</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>住房</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>饮水</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Surveyor</source>
        <translation>填报员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>查询员</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Send a package</source>
        <translation>发送同步包</translation>
    </message>
    <message>
        <source>Safe and sent</source>
        <translation>备份与上报</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未进行</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>最近上报</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待上报</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>{0} 条变更</translation>
    </message>
</context>
<context>
    <name>SendCard</name>
    <message>
        <source>To whom</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Write the package…</source>
        <translation>生成同步包…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>{0} changes wait. The package is sealed: only this receiver can open it.</source>
        <translation>有 {0} 条变更待发送。同步包已加密，只有接收单位能打开。</translation>
    </message>
    <message>
        <source>Nobody is known to this workspace yet. Join first, at the bottom of this page.</source>
        <translation>本工作区还没有联系单位，请先在本页下方建立联系。</translation>
    </message>
    <message>
        <source>Where to write the package</source>
        <translation>同步包保存位置</translation>
    </message>
    <message>
        <source>Package written: {0} changes, {1} kB.</source>
        <translation>同步包已生成：{0} 条变更，{1} KB。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>当前工作区</translation>
    </message>
    <message>
        <source>People and safety</source>
        <translation>人员与安全</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（市、区）</translation>
    </message>
    <message>
        <source>Kind of office</source>
        <translation>单位层级</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>An offline desk for visiting, planning for and watching over rural households. It opens no network connection. Icons: Tabler (MIT). Fonts: Noto Sans CJK, Fandol, Hanazono.</source>
        <translation>用于入户核查、帮扶计划和动态监测的离线工作台，不连接任何网络。图标：Tabler（MIT 许可）；字体：思源黑体、Fandol、花园明朝。</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>Blank form</source>
        <translation>空白表</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>隐去证件和电话</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>Watermark (none)</source>
        <translation>水印文字（可不填）</translation>
    </message>
    <message>
        <source>Save Word</source>
        <translation>另存为 Word</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Save as Word</source>
        <translation>另存为 Word</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>{0} households / {1} persons on this computer</source>
        <translation>本机数据 {0} 户 / {1} 人</translation>
    </message>
    <message>
        <source>Backed up {0}</source>
        <translation>{0} 已备份</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>{0} waiting to be sent</source>
        <translation>待上报 {0} 条</translation>
    </message>
</context>
<context>
    <name>Taken</name>
    <message>
        <source>Package</source>
        <translation>同步包</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>By village, or why not</source>
        <translation>各村情况或未接收原因</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>无新内容</translation>
    </message>
</context>
<context>
    <name>TakingBar</name>
    <message>
        <source>Packages taken in</source>
        <translation>接收进度</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>收完这个就停</translation>
    </message>
    <message>
        <source>{0} of {1}: {2}</source>
        <translation>第 {0} 个，共 {1} 个：{2}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Kind of work</source>
        <translation>待办类型</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>全部待办</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>共 {0} 项</translation>
    </message>
    <message>
        <source>A checked copy was made: {0}</source>
        <translation>备份完成并已校验：{0}</translation>
    </message>
    <message>
        <source>hh.</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Drafts to finish</source>
        <translation>待续填草稿</translation>
    </message>
    <message>
        <source>To survey</source>
        <translation>待入户</translation>
    </message>
    <message>
        <source>Plans at the county</source>
        <translation>待县级审批</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>待处理冲突</translation>
    </message>
    <message>
        <source>items</source>
        <translation>项</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待办事项</translation>
    </message>
    <message>
        <source>Everything is done. New work appears here by itself.</source>
        <translation>全部办完了，新的待办会自动显示在这里。</translation>
    </message>
    <message>
        <source>Enter begins the work</source>
        <translation>按回车键开始办理</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Name, pinyin initials, end of ID number</source>
        <translation>搜索姓名、拼音首字母、身份证后四位</translation>
    </message>
    <message>
        <source>Manual (F1)</source>
        <translation>使用手册（F1）</translation>
    </message>
    <message>
        <source>Household Survey Desk</source>
        <translation>入户监测工作台</translation>
    </message>
    <message>
        <source>Offline · encrypted</source>
        <translation>离线 · 已加密</translation>
    </message>
</context>
<context>
    <name>TownshipDialog</name>
    <message>
        <source>Which township is it?</source>
        <translation>请选择所属乡镇</translation>
    </message>
    <message>
        <source>The laptop receives all villages of it.</source>
        <translation>该电脑将接收此乡镇全部行政村的数据。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Copy to this computer…</source>
        <translation>复制到本机…</translation>
    </message>
    <message>
        <source>Open the workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>There is no workspace on this computer yet. Make one, open one from a disk, or look around in the demo county first.</source>
        <translation>本机还没有工作区。可以新建工作区、打开已有文件，或先用演示县熟悉操作。</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Demo county</source>
        <translation>演示县</translation>
    </message>
    <message>
        <source>Forgotten?</source>
        <translation>忘记口令？</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Where the workspace is kept</source>
        <translation>工作区保存位置</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Try again in {0} s</source>
        <translation>请 {0} 秒后重试</translation>
    </message>
</context>
<context>
    <name>VillagePane</name>
    <message>
        <source>Filter villages</source>
        <translation>筛选村名</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>行政村</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部行政村</translation>
    </message>
    <message>
        <source>{0} villages</source>
        <translation>{0} 个</translation>
    </message>
    <message>
        <source>watched {0}</source>
        <translation>监测 {0}</translation>
    </message>
    <message>
        <source>{0} hh.</source>
        <translation>{0} 户</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>By</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>隔离原因</translation>
    </message>
</context>
</TS>
