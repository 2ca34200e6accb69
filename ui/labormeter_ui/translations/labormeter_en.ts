<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActView</name>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActsView</name>
    <message numerus="yes">
        <source>%Ln act(s) are forgotten for good when you leave this page.</source>
        <translation>
            <numerusform>%Ln act is forgotten for good when you leave this page.</numerusform>
            <numerusform>%Ln acts are forgotten for good when you leave this page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateView</name>
    <message numerus="yes">
        <source>The certificate of now vouches for %Ln host(s)</source>
        <translation>
            <numerusform>The certificate of now vouches for %Ln host</numerusform>
            <numerusform>The certificate of now vouches for %Ln hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message numerus="yes">
        <source>%Ln gesture(s) in all</source>
        <translation>
            <numerusform>%Ln gesture in all</numerusform>
            <numerusform>%Ln gestures in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message numerus="yes">
        <source>%Ln thing(s) are not as they should be.</source>
        <translation>
            <numerusform>%Ln thing is not as it should be.</numerusform>
            <numerusform>%Ln things are not as they should be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedView</name>
    <message numerus="yes">
        <source>%Ln of these were matched by their time alone, within two minutes.</source>
        <translation>
            <numerusform>%Ln of these was matched by its time alone, within two minutes.</numerusform>
            <numerusform>%Ln of these were matched by their time alone, within two minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftView</name>
    <message numerus="yes">
        <source>%Ln platform(s) probably changed.</source>
        <translation>
            <numerusform>%Ln platform probably changed.</numerusform>
            <numerusform>%Ln platforms probably changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) unrecognised</source>
        <translation>
            <numerusform>%Ln write unrecognised</numerusform>
            <numerusform>%Ln writes unrecognised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message numerus="yes">
        <source>%Ln write(s) no rule knows</source>
        <translation>
            <numerusform>%Ln write that no rule knows</numerusform>
            <numerusform>%Ln writes that no rule knows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message numerus="yes">
        <source>%Ln act(s) were imported.</source>
        <translation>
            <numerusform>%Ln act was imported.</numerusform>
            <numerusform>%Ln acts were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) read</source>
        <translation>
            <numerusform>%Ln file read</numerusform>
            <numerusform>%Ln files read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over, %Ln file(s): %1.</source>
        <translation>
            <numerusform>Passed over, %Ln file: %1.</numerusform>
            <numerusform>Passed over, %Ln files: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more line(s), which are imported as well.</source>
        <translation>
            <numerusform>And %Ln more line, which is imported as well.</numerusform>
            <numerusform>And %Ln more lines, which are imported as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no date: they stand apart, in no day and no total.</source>
        <translation>
            <numerusform>%Ln has no date: it stands apart, in no day and no total.</numerusform>
            <numerusform>%Ln have no date: they stand apart, in no day and no total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are taken for acts that were metered, by their time alone (within two minutes): some of them may be others.</source>
        <translation>
            <numerusform>%Ln is taken for an act that was metered, by its time alone (within two minutes): it may be another.</numerusform>
            <numerusform>%Ln are taken for acts that were metered, by their time alone (within two minutes): some of them may be others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln act(s)</source>
        <translation>
            <numerusform>%1: %Ln act</numerusform>
            <numerusform>%1: %Ln acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Leading</name>
    <message numerus="yes">
        <source>%Ln act(s) added by hand.</source>
        <translation>
            <numerusform>%Ln act added by hand.</numerusform>
            <numerusform>%Ln acts added by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) forgotten for good.</source>
        <translation>
            <numerusform>%Ln act forgotten for good.</numerusform>
            <numerusform>%Ln acts forgotten for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlatformsView</name>
    <message numerus="yes">
        <source>%Ln platform(s) metered. Every other site passes unopened.</source>
        <translation>
            <numerusform>%Ln platform is metered. Every other site passes unopened.</numerusform>
            <numerusform>%Ln platforms are metered. Every other site passes unopened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message numerus="yes">
        <source>act(s) counted</source>
        <translation>
            <numerusform>act counted</numerusform>
            <numerusform>acts counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All counts agree: %Ln act(s) accepted and counted.</source>
        <translation>
            <numerusform>All counts agree: %Ln act accepted and counted.</numerusform>
            <numerusform>All counts agree: %Ln acts accepted and counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message numerus="yes">
        <source>%Ln rate(s)</source>
        <translation>
            <numerusform>%Ln rate</numerusform>
            <numerusform>%Ln rates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RhythmView</name>
    <message numerus="yes">
        <source>%Ln gesture(s)</source>
        <translation>
            <numerusform>%Ln gesture</numerusform>
            <numerusform>%Ln gestures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message numerus="yes">
        <source>%Ln card(s) chosen</source>
        <translation>
            <numerusform>%Ln card chosen</numerusform>
            <numerusform>%Ln cards chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait.</source>
        <translation>
            <numerusform>%Ln change waits.</numerusform>
            <numerusform>%Ln changes wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpreadView</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyFormView</name>
    <message numerus="yes">
        <source>%Ln fault(s) left</source>
        <translation>
            <numerusform>%Ln fault left</numerusform>
            <numerusform>%Ln faults left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachView</name>
    <message numerus="yes">
        <source>Do nothing on %1 for %Ln second(s): what leaves by itself is learnt.</source>
        <translation>
            <numerusform>Do nothing on %1 for %Ln second: what leaves by itself is learnt.</numerusform>
            <numerusform>Do nothing on %1 for %Ln seconds: what leaves by itself is learnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New: %Ln request(s). Which one was it?</source>
        <translation>
            <numerusform>New: %Ln request. Which one was it?</numerusform>
            <numerusform>New: %Ln requests. Which one was it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) so far.</source>
        <translation>
            <numerusform>%Ln request so far.</numerusform>
            <numerusform>%Ln requests so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message numerus="yes">
        <source>act(s) of unpaid work today</source>
        <translation>
            <numerusform>act of unpaid work today</numerusform>
            <numerusform>acts of unpaid work today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gesture(s) in all</source>
        <translation>
            <numerusform>%Ln gesture in all</numerusform>
            <numerusform>%Ln gestures in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln practice act(s) left out</source>
        <translation>
            <numerusform>%Ln practice act left out</numerusform>
            <numerusform>%Ln practice acts left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s) received</source>
        <translation>
            <numerusform>%Ln point received</numerusform>
            <numerusform>%Ln points received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) could not be kept.</source>
        <translation>
            <numerusform>%Ln act could not be kept.</numerusform>
            <numerusform>%Ln acts could not be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadsView</name>
    <message numerus="yes">
        <source>of %Ln upload(s) told where it was taken</source>
        <translation>
            <numerusform>of %Ln upload told where it was taken</numerusform>
            <numerusform>of %Ln uploads told where they were taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln act</numerusform>
            <numerusform>%Ln acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
