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
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln act</numerusform>
            <numerusform>%Ln acts</numerusform>
        </translation>
    </message>
</context>
</TS>
