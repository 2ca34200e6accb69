BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'labormeter','0001_acts','2026-06-01 09:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'labormeter','0002_day_disclosures','2026-06-01 09:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'labormeter','0003_finer_words_and_hours','2026-06-01 09:00:00.000000+00:00');
CREATE TABLE acknowledgements (
    seq INTEGER PRIMARY KEY,
    control INTEGER NOT NULL REFERENCES control (seq),
    acknowledged_at INTEGER NOT NULL,
    state TEXT NOT NULL
);
CREATE TABLE acts (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    occurred_at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    effect TEXT NOT NULL CHECK (effect IN ('do', 'undo')),
    rule TEXT NOT NULL,
    pack TEXT NOT NULL,
    actor TEXT,
    target TEXT,
    made TEXT,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    net INTEGER NOT NULL,
    rounds INTEGER,
    tiles INTEGER,
    seconds INTEGER,
    source TEXT NOT NULL,
    flags TEXT NOT NULL DEFAULT '[]', finer TEXT NOT NULL DEFAULT ''
    CHECK (length(finer) <= 12 AND finer NOT GLOB '*[^a-z]*'),
    CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(actor) = 32 AND actor NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(target) = 32 AND target NOT GLOB '*[^0-9a-f]*'),
    CHECK (length(made) = 32 AND made NOT GLOB '*[^0-9a-f]*')
);
INSERT INTO "acts" VALUES(1,'a65e708bf319065a6e3e2635aae02596',1780315261000000,120,'2026-06-01','x','like','do','x:like','2026.05.01','2744ccd10c7533bd736ad890f9dd5cab','628b49d96dcde97a430dd4f597705899',NULL,1,'',1,NULL,NULL,NULL,'wire','[]','');
INSERT INTO "acts" VALUES(2,'0c5442af192dd6d3145e17f505473422',1780315322000000,120,'2026-06-01','x','like','do','x:like','2026.05.01','2744ccd10c7533bd736ad890f9dd5cab','c44474038d459e40e4714afefa7bf8da',NULL,1,'',1,NULL,NULL,NULL,'wire','[]','');
INSERT INTO "acts" VALUES(3,'17bd63ffea3e832838a9cbac28987684',1780315383000000,120,'2026-06-01','x','like','undo','x:like','2026.05.01','2744ccd10c7533bd736ad890f9dd5cab','628b49d96dcde97a430dd4f597705899',NULL,1,'',-1,NULL,NULL,NULL,'wire','[]','');
INSERT INTO "acts" VALUES(4,'f4bb65ce671243325be1725a6e9a6884',1780315444000000,120,'2026-06-01','facebook','upload','do','facebook:upload','2026.05.01',NULL,NULL,'ca0df2c95aa144c1d0ff2ff3c8f967fd',1,'',1,NULL,NULL,NULL,'wire','[]','');
INSERT INTO "acts" VALUES(5,'6a6511456fedb4f2e959b6e339d0f55f',1780315505000000,120,'2026-06-01','facebook','upload','do','facebook:upload','2026.05.01',NULL,NULL,'29c1b289e7522195b362e44f54e05470',1,'',1,NULL,NULL,NULL,'wire','[]','');
INSERT INTO "acts" VALUES(6,'6055a3b48f3a88eabd446babf4dcc780',1780315566000000,120,'2026-06-01','hcaptcha','captcha','do','hcaptcha:captcha','2026.05.01',NULL,NULL,NULL,2,'',2,2,18,14200000,'wire','["instrument"]','');
INSERT INTO "acts" VALUES(7,'22772ae67f0fd9f0978de7d3f8d81639',1780315627000000,120,'2026-06-01','hcaptcha','captcha','do','hcaptcha:captcha','2026.05.01',NULL,NULL,NULL,1,'',1,1,9,9000000,'wire','[]','');
INSERT INTO "acts" VALUES(8,'767f05e2e50b0b34c3ebde3390046869',1780354800000000,120,'2026-06-02','practice','comment','do','practice:comment','2026.05.01',NULL,NULL,NULL,1,'',1,NULL,NULL,NULL,'practice','[]','');
CREATE TABLE control (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    verb TEXT NOT NULL CHECK (verb IN ('start', 'pause', 'private', 'stop')),
    asked_at INTEGER NOT NULL,
    until INTEGER
);
CREATE TABLE day_disclosures (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (day, platform, activity, source, kind)
) WITHOUT ROWID;
INSERT INTO "day_disclosures" VALUES('2026-06-01','facebook','upload','wire','camera_make',1);
INSERT INTO "day_disclosures" VALUES('2026-06-01','facebook','upload','wire','gps',2);
CREATE TABLE day_rollup (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    finer TEXT NOT NULL,
    gestures INTEGER NOT NULL,
    net INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    timed INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (day, platform, activity, source, unit, finer)
) WITHOUT ROWID;
INSERT INTO "day_rollup" VALUES('2026-06-01','facebook','upload','wire','','',2,2,0,0,2);
INSERT INTO "day_rollup" VALUES('2026-06-01','hcaptcha','captcha','wire','','',3,3,23200000,2,2);
INSERT INTO "day_rollup" VALUES('2026-06-01','x','like','wire','','',3,1,0,0,3);
INSERT INTO "day_rollup" VALUES('2026-06-02','practice','comment','practice','','',1,1,0,0,1);
CREATE TABLE disclosures (
    act INTEGER NOT NULL REFERENCES acts (seq),
    kind TEXT NOT NULL,
    sure TEXT NOT NULL,
    PRIMARY KEY (act, kind)
) WITHOUT ROWID;
INSERT INTO "disclosures" VALUES(4,'camera_make','seen');
INSERT INTO "disclosures" VALUES(4,'gps','seen');
INSERT INTO "disclosures" VALUES(5,'gps','seen-partly');
CREATE TABLE forgetting (by TEXT NOT NULL);
CREATE TABLE health (
    platform TEXT PRIMARY KEY,
    last_traffic INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE hour_rollup (
    weekday INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    platform TEXT NOT NULL,
    activity TEXT NOT NULL,
    source TEXT NOT NULL,
    unit TEXT NOT NULL,
    gestures INTEGER NOT NULL,
    net INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    PRIMARY KEY (weekday, hour, platform, activity, source, unit)
) WITHOUT ROWID;
INSERT INTO "hour_rollup" VALUES(1,14,'facebook','upload','wire','',2,2,2);
INSERT INTO "hour_rollup" VALUES(1,14,'hcaptcha','captcha','wire','',3,3,2);
INSERT INTO "hour_rollup" VALUES(1,14,'x','like','wire','',3,1,3);
INSERT INTO "hour_rollup" VALUES(2,1,'practice','comment','practice','',1,1,1);
CREATE TABLE links (
    act INTEGER NOT NULL REFERENCES acts (seq),
    upload INTEGER NOT NULL REFERENCES acts (seq),
    PRIMARY KEY (act, upload)
) WITHOUT ROWID;
INSERT INTO "links" VALUES(4,5);
CREATE TABLE notices (
    day TEXT NOT NULL,
    platform TEXT NOT NULL,
    reason TEXT NOT NULL,
    method TEXT NOT NULL,
    host TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, platform, reason, method, host, name)
) WITHOUT ROWID;
INSERT INTO "notices" VALUES('2026-06-01','x','unknown-name','POST','x.com','CreateNewThing',3);
CREATE TABLE pins (
    seq INTEGER PRIMARY KEY,
    pinned_at INTEGER NOT NULL,
    book TEXT NOT NULL,
    version TEXT NOT NULL,
    from_week TEXT NOT NULL
);
CREATE TABLE pulse (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    at INTEGER NOT NULL
);
CREATE TABLE remarks (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    sentence TEXT NOT NULL
);
CREATE TABLE spans (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('shift', 'private', 'pause', 'gap')),
    edge TEXT NOT NULL CHECK (edge IN ('begin', 'end')),
    at INTEGER NOT NULL,
    begun INTEGER REFERENCES spans (seq),
    reason TEXT NOT NULL DEFAULT '',
    late INTEGER NOT NULL DEFAULT 0,
    lost INTEGER NOT NULL DEFAULT 0,
    CHECK ((edge = 'end') = (begun IS NOT NULL))
);
INSERT INTO "spans" VALUES(1,'shift','begin',1780315200000000,NULL,'',0,0);
INSERT INTO "spans" VALUES(2,'shift','end',1780318800000000,1,'',0,0);
INSERT INTO "spans" VALUES(3,'gap','begin',1780319200000000,NULL,'engine',0,0);
INSERT INTO "spans" VALUES(4,'gap','end',1780319300000000,3,'',1,0);
CREATE TABLE tombstones (
    seq INTEGER PRIMARY KEY,
    forgotten_on TEXT NOT NULL,
    acts INTEGER NOT NULL
);
CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    since INTEGER NOT NULL
);
INSERT INTO "versions" VALUES(1,'0.1.0',1780315200000000);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX acts_by_time ON acts (occurred_at);
CREATE INDEX acts_by_platform ON acts (platform, occurred_at);
CREATE INDEX acts_by_target ON acts (target) WHERE target IS NOT NULL;
CREATE INDEX acts_by_made ON acts (made) WHERE made IS NOT NULL;
CREATE INDEX links_by_upload ON links (upload);
CREATE UNIQUE INDEX spans_by_begun ON spans (begun) WHERE begun IS NOT NULL;
CREATE INDEX spans_by_time ON spans (at);
CREATE INDEX acknowledgements_by_control ON acknowledgements (control);
CREATE TRIGGER acts_once BEFORE INSERT ON acts
WHEN EXISTS (SELECT 1 FROM acts WHERE id = NEW.id OR seq = NEW.seq) BEGIN
    SELECT RAISE(IGNORE);
END;
CREATE TRIGGER acts_never_change BEFORE UPDATE ON acts BEGIN
    SELECT RAISE(ABORT, 'acts are appended and never changed');
END;
CREATE TRIGGER acts_never_deleted BEFORE DELETE ON acts
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'acts are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER disclosures_never_change BEFORE UPDATE ON disclosures BEGIN
    SELECT RAISE(ABORT, 'disclosures are appended and never changed');
END;
CREATE TRIGGER disclosures_never_deleted BEFORE DELETE ON disclosures
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'disclosures are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER links_never_change BEFORE UPDATE ON links BEGIN
    SELECT RAISE(ABORT, 'links are appended and never changed');
END;
CREATE TRIGGER links_never_deleted BEFORE DELETE ON links
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'links are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER spans_never_change BEFORE UPDATE ON spans BEGIN
    SELECT RAISE(ABORT, 'spans are appended and never changed');
END;
CREATE TRIGGER spans_never_deleted BEFORE DELETE ON spans
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'spans are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER control_never_change BEFORE UPDATE ON control BEGIN
    SELECT RAISE(ABORT, 'control are appended and never changed');
END;
CREATE TRIGGER control_never_deleted BEFORE DELETE ON control
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'control are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER acknowledgements_never_change BEFORE UPDATE ON acknowledgements BEGIN
    SELECT RAISE(ABORT, 'acknowledgements are appended and never changed');
END;
CREATE TRIGGER acknowledgements_never_deleted BEFORE DELETE ON acknowledgements
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'acknowledgements are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER pins_never_change BEFORE UPDATE ON pins BEGIN
    SELECT RAISE(ABORT, 'pins are appended and never changed');
END;
CREATE TRIGGER pins_never_deleted BEFORE DELETE ON pins
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'pins are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER tombstones_never_change BEFORE UPDATE ON tombstones BEGIN
    SELECT RAISE(ABORT, 'tombstones are appended and never changed');
END;
CREATE TRIGGER tombstones_never_deleted BEFORE DELETE ON tombstones
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'tombstones are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER remarks_never_change BEFORE UPDATE ON remarks BEGIN
    SELECT RAISE(ABORT, 'remarks are appended and never changed');
END;
CREATE TRIGGER remarks_never_deleted BEFORE DELETE ON remarks
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'remarks are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER versions_never_change BEFORE UPDATE ON versions BEGIN
    SELECT RAISE(ABORT, 'versions are appended and never changed');
END;
CREATE TRIGGER versions_never_deleted BEFORE DELETE ON versions
WHEN NOT EXISTS (SELECT 1 FROM forgetting) BEGIN
    SELECT RAISE(ABORT, 'versions are appended and never deleted, but by labormeter forget');
END;
CREATE TRIGGER disclosures_roll_up AFTER INSERT ON disclosures BEGIN
    INSERT INTO day_disclosures
        SELECT day, platform, activity, source, NEW.kind, 1 FROM acts WHERE seq = NEW.act
        ON CONFLICT DO UPDATE SET acts = acts + 1;
END;
CREATE TRIGGER acts_roll_up AFTER INSERT ON acts BEGIN
    INSERT INTO day_rollup VALUES (
        NEW.day, NEW.platform, NEW.activity, NEW.source, NEW.unit, NEW.finer,
        NEW.quantity, NEW.net, coalesce(NEW.seconds, 0), NEW.seconds IS NOT NULL, 1
    ) ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures,
        net = net + excluded.net,
        seconds = seconds + excluded.seconds,
        timed = timed + excluded.timed,
        acts = acts + 1;
END;
CREATE VIEW acts_readable AS SELECT
    seq,
    strftime('%Y-%m-%dT%H:%M:%S', occurred_at / 1000000, 'unixepoch')
        || printf('.%06dZ', occurred_at % 1000000) AS occurred_at,
    strftime('%Y-%m-%d %H:%M:%S', occurred_at / 1000000 + utc_offset * 60, 'unixepoch')
        AS local_time,
    day,
    platform,
    activity,
    finer,
    effect,
    quantity,
    unit,
    net,
    seconds / 1000000.0 AS seconds,
    source,
    flags,
    (SELECT group_concat(kind, ' ') FROM disclosures WHERE act = acts.seq) AS disclosures,
    rule,
    pack,
    target,
    id
FROM acts;
CREATE TRIGGER acts_roll_up_hours AFTER INSERT ON acts BEGIN
    INSERT INTO hour_rollup VALUES (
        ((NEW.occurred_at + NEW.utc_offset * 60000000) / 3600000000 + 72) % 168 / 24 + 1,
        ((NEW.occurred_at + NEW.utc_offset * 60000000) / 3600000000 + 72) % 24,
        NEW.platform, NEW.activity, NEW.source, NEW.unit, NEW.quantity, NEW.net, 1
    ) ON CONFLICT DO UPDATE SET
        gestures = gestures + excluded.gestures,
        net = net + excluded.net,
        acts = acts + 1;
END;
DELETE FROM "sqlite_sequence";
COMMIT;
