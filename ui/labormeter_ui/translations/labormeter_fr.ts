<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActView</name>
    <message>
        <source>All that is stored about this act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is all that is stored about this act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActsModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActsView</name>
    <message>
        <source>All platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first; choose one to see all that is stored about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read, scroll for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No act fits. Choose a longer period or all platforms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>Stretch of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bar is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least; net of what was undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>This is a bug of labormeter. Metering is not affected. The report names places in the program and holds nothing of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysView</name>
    <message>
        <source>Acts over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most in the stretch from %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right walk along the bars, Return opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metering was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least: metering was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not metered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>The metered browser could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice shift could not be finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice shift is over. Its acts stay out of your totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metering could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metering stopped without being asked. Pages go on; what you do now is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start metering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meter does not answer. What it does has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metering is interrupted (%1). Pages go on; the gap is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: nothing is looked at and nothing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyView</name>
    <message>
        <source>Nothing counted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the metered browser and use your platforms as you always do: every like, post, captcha and photo is counted here, and nothing of what you say, to whom, or where is kept. Or see it work first: the practice shift acts on a made-up site on this computer, without any account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a practice shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice acts are marked and stay out of your totals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the metered browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A browser is acting on the practice site; its acts arrive here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedView</name>
    <message>
        <source>As it is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest acts, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts appear here within a second of being done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Is it being seen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watched: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no traffic seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not metered now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not metered now, last traffic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent, last traffic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) no rule knows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>seen, no act yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last act %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentView</name>
    <message>
        <source>The last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>net acts a day, by platform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Metered browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the metered browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the metered browser (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftView</name>
    <message>
        <source>Not metering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked, waiting for the meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count acts from now on (Ctrl+Return).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count nothing until you resume; the pause is drawn (Ctrl+P).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at nothing and keep nothing until you resume (Ctrl+Shift+P).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this shift; nothing is counted after it (Ctrl+E).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>act(s) of unpaid work today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>By platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice acts are marked and stay out of every total unless this is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln gesture(s), undone ones included</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln practice act(s) left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) received</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metering was interrupted for %1 today: what was done then is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) could not be kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>At least %1 today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open labormeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dislikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captchas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disliked on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voted on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commented on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved a captcha for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploaded to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewarded by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a like on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a dislike on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a vote on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted a post on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted a comment on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a share on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfollowed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted a review on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a rating on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back a report on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probably caused by metering itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes back nothing in this ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unique number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thumbnail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copyright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine ended and is being restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine did not answer and is being restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the meter stopped unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a reason that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
