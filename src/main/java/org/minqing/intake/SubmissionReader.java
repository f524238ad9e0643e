package org.minqing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.appeal.Facts;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.attachment.AttachmentIds;
import org.minqing.code.Coded;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.minqing.problem.JsonFields;
import org.minqing.relay.Relays;
import org.springframework.stereotype.Component;

/** Turns what a program, a page or the desk sends into a {@link Submission}: one set of rules for every door. */
@Component
public class SubmissionReader {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}[0-9]");
    private static final Set<String> FIELDS = Set.of(
            "locality",
            "channel",
            "type",
            "category",
            "title",
            "description",
            "location",
            "resident",
            "accused",
            "attachments",
            "relayedBy",
            "facts");
    private static final Set<String> LOCATION = Set.of("unit", "address", "lng", "lat", "coordinates");
    private static final Set<String> RESIDENT = Set.of("name", "phone", "anonymous", "notice");

    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final Relays relays;
    private final Unsaid unsaid;
    private final PrivacyNotice notices;

    SubmissionReader(
            Localities localities,
            AppealTypes types,
            Categories categories,
            Relays relays,
            Unsaid unsaid,
            PrivacyNotice notices) {
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.relays = relays;
        this.unsaid = unsaid;
        this.notices = notices;
    }

    /** @throws org.minqing.problem.InvalidInput naming each field that cannot be accepted */
    public Submission read(JsonNode body) {
        var in = new JsonFields();
        var root = in.object(body, "", FIELDS);
        var code = in.text(root, "", "locality", 1, 64, null);
        var channel = in.text(root, "", "channel", 1, 64, null);
        var type = in.text(root, "", "type", 0, 64, null);
        var category = in.text(root, "", "category", 0, 64, null);
        var title = title(in, root);
        var description = in.text(root, "", "description", 2, 2000, null);
        var location = in.object(root.path("location"), "location", LOCATION);
        var unit = in.text(location, "location", "unit", 0, 64, null);
        var address = in.text(location, "location", "address", 0, 120, null);
        var position = position(in, location);
        var resident = in.object(root.path("resident"), "resident", RESIDENT);
        var name = in.text(resident, "resident", "name", 0, 40, null);
        var phone = in.text(resident, "resident", "phone", 0, 20, PHONE);
        var anonymous = in.flag(resident, "resident", "anonymous");
        var notice = notice(in, resident);
        var accused = in.text(root, "", "accused", 0, 60, null);
        var attachments = AttachmentIds.read(in, root.path("attachments"), "attachments");
        var relayedBy = relays.read(in, root.path("relayedBy"), PHONE);
        var facts = facts(in, root.path("facts"), accused != null);
        var locality = locality(in, code);
        if (locality != null) {
            if (channel != null && locality.channel(channel).isEmpty()) {
                in.problem("channel", "本地没有这个受理渠道", "unknown channel");
            }
            if (types.findType(code, type == null ? AppealTypes.UNSAID : type).isEmpty()) {
                in.problem("type", "本地不受理这种诉求类型", "type not taken here");
            }
            if (category != null && categories.find(code, category).isEmpty()) {
                in.problem("category", "没有这个诉求类别", "unknown category");
            }
            if (position != null && !holds(locality, position)) {
                in.problem(
                        "location.lng", "这个位置不在" + locality.name() + "，请核对，或者只写地址", "position is outside the locality");
            }
            if (unit != null
                    && locality.areas().stream().noneMatch(u -> u.code().equals(unit))) {
                in.problem("location.unit", "没有这个网格或村（社区）", "unknown unit");
            }
        }
        in.done();
        return new Submission(
                code,
                channel,
                type == null ? AppealTypes.UNSAID : type,
                category == null ? unsaid.category(code, title, description) : category,
                title == null ? Titles.of(description) : title,
                description,
                unit == null ? locality.root().code() : unit,
                address,
                position,
                name,
                phone,
                anonymous,
                notice,
                accused,
                attachments,
                relayedBy,
                facts);
    }

    /** Nobody needs one; whoever gives one says something with it. */
    private static String title(JsonFields in, JsonNode root) {
        var title = in.text(root, "", "title", 0, 60, null);
        if (title != null && title.codePointCount(0, title.length()) < 2 && !in.refuses("title")) {
            in.problem("title", "至少 2 个字", "shorter than 2 characters");
        }
        return title;
    }

    /** Null if none is given. Satellites and browsers say it in WGS-84, and so does who does not say in which degrees. */
    private static Position position(JsonFields in, JsonNode location) {
        var lng = in.degrees(location, "location", "lng", 180);
        var lat = in.degrees(location, "location", "lat", 90);
        var code = in.text(location, "location", "coordinates", 0, 8, null);
        var system = code == null ? Optional.of(CoordinateSystem.WGS84) : Coded.find(CoordinateSystem.class, code);
        if (system.isEmpty()) {
            in.problem("location.coordinates", "应为 wgs84、gcj02 或 bd09", "must be wgs84, gcj02 or bd09");
        }
        var refused = in.refuses("location.lng") || in.refuses("location.lat");
        if (!refused && (lng == null) != (lat == null)) {
            in.problem(
                    lng == null ? "location.lng" : "location.lat",
                    "经度和纬度要一起填",
                    "longitude and latitude are given together");
        }
        return lng == null || lat == null || system.isEmpty() ? null : new Position(lng, lat, system.get());
    }

    private static boolean holds(Locality locality, Position position) {
        var there = position.in(CoordinateSystem.WGS84);
        return locality.extent().holds(there.lng(), there.lat());
    }

    private String notice(JsonFields in, JsonNode resident) {
        var version = in.text(resident, "resident", "notice", 0, 32, null);
        if (version != null && !notices.knows(version)) {
            in.problem("resident.notice", "没有这个版本的告知", "no such version of the notice");
        }
        return version;
    }

    private Locality locality(JsonFields in, String code) {
        if (code == null) {
            return null;
        }
        var locality = localities.find(code);
        if (locality.isEmpty()) {
            in.problem("locality", "没有这个镇街", "unknown locality");
        }
        return locality.orElse(null);
    }

    private static String danger(JsonFields in, JsonNode facts) {
        var code = in.text(facts, "facts", "danger", 0, 32, null);
        if (code != null && Coded.find(DangerKind.class, code).isEmpty()) {
            in.problem("facts.danger", "没有这种危险", "unknown kind of danger");
        }
        return code;
    }

    /** Whoever names somebody complains about him, whether he ticked that or not. */
    private static Facts facts(JsonFields in, JsonNode node, boolean accuses) {
        var facts = in.object(node, "facts", Facts.NONE.asMap().keySet());
        return new Facts(
                in.flag(facts, "facts", "safetyRisk"),
                danger(in, facts),
                in.flag(facts, "facts", "lineCut"),
                in.count(facts, "facts", "peopleAffected", 10_000_000),
                in.flag(facts, "facts", "vulnerable"),
                in.flag(facts, "facts", "needsOtherUnits"),
                in.flag(facts, "facts", "needsFunds"),
                in.flag(facts, "facts", "needsEnforcement"),
                in.flag(facts, "facts", "needsPublicSupport"),
                in.flag(facts, "facts", "beyondStreet"),
                in.flag(facts, "facts", "aboutStaff") || accuses);
    }
}
