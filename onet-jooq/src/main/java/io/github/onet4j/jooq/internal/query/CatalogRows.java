package io.github.onet4j.jooq.internal.query;

import static io.github.onet4j.jooq.schema.Tables.ONET_DWA;
import static io.github.onet4j.jooq.schema.Tables.ONET_JOB_TITLE;
import static io.github.onet4j.jooq.schema.Tables.ONET_JOB_ZONE;
import static io.github.onet4j.jooq.schema.Tables.ONET_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_RATING;
import static io.github.onet4j.jooq.schema.Tables.ONET_RELATED_OCCUPATION;
import static io.github.onet4j.jooq.schema.Tables.ONET_REPORTED_TITLE;
import static io.github.onet4j.jooq.schema.Tables.ONET_SOFTWARE_SKILL;
import static io.github.onet4j.jooq.schema.Tables.ONET_TASK;
import static io.github.onet4j.jooq.schema.Tables.ONET_TASK_DWA;
import static io.github.onet4j.jooq.schema.Tables.ONET_TASK_RATING;

import io.github.onet4j.Domain;
import io.github.onet4j.JobZone;
import io.github.onet4j.Occupation;
import io.github.onet4j.OccupationText;
import io.github.onet4j.Origin;
import io.github.onet4j.Rating;
import io.github.onet4j.RatingKey;
import io.github.onet4j.RelatedOccupation;
import io.github.onet4j.Task;
import io.github.onet4j.Technology;
import io.github.onet4j.internal.OccupationTexts;
import io.github.onet4j.internal.search.TitleIndex;
import io.github.onet4j.internal.search.TitleIndexBuilder;
import io.github.onet4j.jooq.internal.database.Session;
import io.github.onet4j.jooq.internal.load.RatingTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a release that a catalog keeps: for one question, or all at once. */
final class CatalogRows {
    private CatalogRows() {}

    /** Related occupations by code, closest first. */
    static Map<String, List<RelatedOccupation>> related(Session session, ReferenceData data, Condition which) {
        Map<String, List<RelatedOccupation>> related = new HashMap<>();
        session.dsl()
                .select(
                        ONET_RELATED_OCCUPATION.ONETSOC_CODE,
                        ONET_RELATED_OCCUPATION.RELATED_ONETSOC_CODE,
                        ONET_RELATED_OCCUPATION.RELATEDNESS_TIER,
                        ONET_RELATED_OCCUPATION.RELATED_INDEX)
                .from(ONET_RELATED_OCCUPATION)
                .where(ONET_RELATED_OCCUPATION.RELEASE_ID.eq(data.release().id()))
                .and(which)
                .orderBy(ONET_RELATED_OCCUPATION.RELATED_INDEX)
                .forEach(row -> {
                    // The host may have deleted it.
                    Occupation other = data.occupations().get(row.value2());
                    if (other != null) {
                        related.computeIfAbsent(row.value1(), code -> new ArrayList<>())
                                .add(new RelatedOccupation(other, row.value3(), row.value4()));
                    }
                });
        related.replaceAll((code, list) -> List.copyOf(list));
        return related;
    }

    /** Job zones, by code. */
    static List<JobZone> jobZones(Session session, ReferenceData data) {
        List<JobZone> zones = new ArrayList<>();
        session.dsl()
                .select(
                        ONET_JOB_ZONE.ONETSOC_CODE,
                        ONET_JOB_ZONE.JOB_ZONE,
                        ONET_JOB_ZONE.DATE_UPDATED,
                        ONET_JOB_ZONE.DOMAIN_SOURCE)
                .from(ONET_JOB_ZONE)
                .where(ONET_JOB_ZONE.RELEASE_ID.eq(data.release().id()))
                .forEach(row -> {
                    // The host may have deleted it.
                    Occupation occupation = data.occupations().get(row.value1());
                    if (occupation != null) {
                        zones.add(new JobZone(occupation, row.value2(), month(row.value3()), row.value4()));
                    }
                });
        // Sorted here, for a database may sort text by the rules of a language.
        zones.sort(Comparator.comparing(zone -> zone.occupation().code()));
        return List.copyOf(zones);
    }

    /** Tasks by code, most important first. */
    static Map<String, List<Task>> tasks(Session session, ReferenceData data, @Nullable String code) {
        Origin origin = new Origin(Origin.Kind.RELEASE, data.release().info().version());
        Map<Integer, Map<RatingKey, Rating>> ratings = new HashMap<>();
        session.dsl()
                .selectFrom(ONET_TASK_RATING)
                .where(ONET_TASK_RATING.RELEASE_ID.eq(data.release().id()))
                .and(
                        code == null
                                ? DSL.noCondition()
                                : ONET_TASK_RATING.TASK_ID.in(DSL.select(ONET_TASK.TASK_ID)
                                        .from(ONET_TASK)
                                        .where(ONET_TASK.RELEASE_ID.eq(
                                                data.release().id()))
                                        .and(ONET_TASK.ONETSOC_CODE.eq(code))))
                .forEach(row -> ratings.computeIfAbsent(row.get(ONET_TASK_RATING.TASK_ID), id -> new HashMap<>())
                        .put(taskKey(row), taskRating(row, origin)));
        Map<String, List<Task>> tasks = new HashMap<>();
        session.dsl()
                .selectFrom(ONET_TASK)
                .where(ONET_TASK.RELEASE_ID.eq(data.release().id()))
                .and(code == null ? DSL.noCondition() : ONET_TASK.ONETSOC_CODE.eq(code))
                .forEach(row -> tasks.computeIfAbsent(row.get(ONET_TASK.ONETSOC_CODE), key -> new ArrayList<>())
                        .add(new Task(
                                row.get(ONET_TASK.TASK_ID),
                                row.get(ONET_TASK.TASK),
                                row.get(ONET_TASK.TASK_TYPE),
                                row.get(ONET_TASK.INCUMBENTS_RESPONDING),
                                month(row.get(ONET_TASK.DATE_UPDATED)),
                                row.get(ONET_TASK.DOMAIN_SOURCE),
                                ratings.getOrDefault(row.get(ONET_TASK.TASK_ID), Map.of()))));
        tasks.replaceAll((key, list) -> list.stream().sorted().toList());
        return tasks;
    }

    private static RatingKey taskKey(Record row) {
        String scaleId = row.get(ONET_TASK_RATING.SCALE_ID);
        int category = row.get(ONET_TASK_RATING.CATEGORY);
        return category == 0 ? RatingKey.of(scaleId) : new RatingKey(scaleId, category);
    }

    private static Rating taskRating(Record row, Origin origin) {
        return new Rating(
                row.get(ONET_TASK_RATING.DATA_VALUE).doubleValue(),
                row.get(ONET_TASK_RATING.N),
                decimal(row.get(ONET_TASK_RATING.STANDARD_ERROR)),
                decimal(row.get(ONET_TASK_RATING.LOWER_CI_BOUND)),
                decimal(row.get(ONET_TASK_RATING.UPPER_CI_BOUND)),
                flag(row.get(ONET_TASK_RATING.RECOMMEND_SUPPRESS)),
                null,
                month(row.get(ONET_TASK_RATING.DATE_UPDATED)),
                row.get(ONET_TASK_RATING.DOMAIN_SOURCE),
                origin);
    }

    /** Technologies by code, those in demand first. */
    static Map<String, List<Technology>> technologies(Session session, ReferenceData data, Condition which) {
        Map<String, List<Technology>> technologies = new HashMap<>();
        session.dsl()
                .selectFrom(ONET_SOFTWARE_SKILL)
                .where(ONET_SOFTWARE_SKILL.RELEASE_ID.eq(data.release().id()))
                .and(which)
                .forEach(row -> {
                    String elementName = row.get(ONET_SOFTWARE_SKILL.ELEMENT_NAME);
                    technologies
                            .computeIfAbsent(row.get(ONET_SOFTWARE_SKILL.ONETSOC_CODE), code -> new ArrayList<>())
                            .add(new Technology(
                                    row.get(ONET_SOFTWARE_SKILL.WORKPLACE_EXAMPLE),
                                    elementName == null ? row.get(ONET_SOFTWARE_SKILL.COMMODITY_TITLE) : elementName,
                                    row.get(ONET_SOFTWARE_SKILL.COMMODITY_CODE),
                                    row.get(ONET_SOFTWARE_SKILL.ELEMENT_ID),
                                    flag(row.get(ONET_SOFTWARE_SKILL.HOT_TECHNOLOGY)),
                                    flag(row.get(ONET_SOFTWARE_SKILL.IN_DEMAND))));
                });
        technologies.replaceAll((code, list) -> list.stream().sorted().toList());
        return technologies;
    }

    private static @Nullable Double decimal(@Nullable BigDecimal value) {
        return value == null ? null : (Double) value.doubleValue();
    }

    private static @Nullable Boolean flag(@Nullable String value) {
        return value == null ? null : (Boolean) value.equals("Y");
    }

    private static @Nullable YearMonth month(@Nullable LocalDate date) {
        return date == null ? null : YearMonth.from(date);
    }

    /** Rated occupations, by code. A look for one rating of each is quicker than a look at all ratings. */
    static List<Occupation> rated(Session session, ReferenceData data, Domain domain) {
        RatingTable rating = RatingTable.of(domain);
        return session
                .dsl()
                .select(ONET_OCCUPATION.ONETSOC_CODE)
                .from(ONET_OCCUPATION)
                .where(ONET_OCCUPATION.RELEASE_ID.eq(data.release().id()))
                .and(DSL.select(DSL.min(rating.field(ONET_RATING.ELEMENT_ID)))
                        .from(rating.table())
                        .where(rating.isOf(data.release().id(), ONET_OCCUPATION.ONETSOC_CODE, domain))
                        .asField()
                        .isNotNull())
                .fetch(ONET_OCCUPATION.ONETSOC_CODE)
                .stream()
                .sorted()
                .map(code -> data.occupations().get(code))
                .toList();
    }

    /** Adds the profiles of all occupations in a domain, and which of them are rated. */
    static void addProfiles(KeptRows rows, RatingsQuery.Result result, ReferenceData data, Domain domain) {
        List<Occupation> rated = new ArrayList<>();
        for (Occupation occupation : data.occupations().values()) {
            PackedProfile profile = PackedProfile.of(result.profile(occupation, data), data.elementList(domain));
            rows.profiles(domain).put(occupation.code().value(), profile);
            if (result.hasRatings(occupation)) {
                rated.add(occupation);
            }
        }
        rows.rated().put(domain, List.copyOf(rated));
    }

    /** Adds the tasks and the technologies of all occupations. */
    static void addTasksAndTechnologies(KeptRows rows, Session session, ReferenceData data) {
        Map<String, List<Task>> tasks = tasks(session, data, null);
        Map<String, List<Technology>> technologies = technologies(session, data, DSL.noCondition());
        for (String code : data.occupations().keySet()) {
            rows.tasks().put(code, PackedTasks.of(tasks.getOrDefault(code, List.of())));
            rows.technologies().put(code, technologies.getOrDefault(code, List.of()));
        }
    }

    /** Adds the related occupations of all occupations. */
    static void addRelated(KeptRows rows, Session session, ReferenceData data) {
        Map<String, List<RelatedOccupation>> related = related(session, data, DSL.noCondition());
        for (String code : data.occupations().keySet()) {
            rows.related().put(code, related.getOrDefault(code, List.of()));
        }
    }

    /** The texts of all occupations, by code. */
    static List<OccupationText> texts(Session session, ReferenceData data) {
        int release = data.release().id();
        OccupationTexts texts = new OccupationTexts(data.occupations().values());
        session.dsl()
                .select(ONET_JOB_TITLE.ONETSOC_CODE, ONET_JOB_TITLE.JOB_TITLE, ONET_JOB_TITLE.SHORT_TITLE)
                .from(ONET_JOB_TITLE)
                .where(ONET_JOB_TITLE.RELEASE_ID.eq(release))
                .forEach(row -> {
                    texts.addTitle(row.value1(), row.value2());
                    texts.addTitle(row.value1(), row.value3());
                });
        session.dsl()
                .select(ONET_REPORTED_TITLE.ONETSOC_CODE, ONET_REPORTED_TITLE.REPORTED_JOB_TITLE)
                .from(ONET_REPORTED_TITLE)
                .where(ONET_REPORTED_TITLE.RELEASE_ID.eq(release))
                .forEach(row -> texts.addTitle(row.value1(), row.value2()));
        session.dsl()
                .select(ONET_TASK.ONETSOC_CODE, ONET_TASK.TASK)
                .from(ONET_TASK)
                .where(ONET_TASK.RELEASE_ID.eq(release))
                .forEach(row -> texts.addTask(row.value1(), row.value2()));
        session.dsl()
                .select(ONET_DWA.DWA_ELEMENT_ID, ONET_DWA.DWA_ELEMENT_NAME)
                .from(ONET_DWA)
                .where(ONET_DWA.RELEASE_ID.eq(release))
                .forEach(row -> texts.nameActivity(row.value1(), row.value2()));
        session.dsl()
                .select(ONET_TASK_DWA.ONETSOC_CODE, ONET_TASK_DWA.DWA_ELEMENT_ID)
                .from(ONET_TASK_DWA)
                .where(ONET_TASK_DWA.RELEASE_ID.eq(release))
                .forEach(row -> texts.addActivity(row.value1(), row.value2()));
        return texts.all();
    }

    /** Reads the titles of a release into an index. */
    static TitleIndex titles(Session session, ReferenceData data) {
        TitleIndexBuilder titles = new TitleIndexBuilder(data.occupations().values());
        session.dsl()
                .select(
                        ONET_JOB_TITLE.ONETSOC_CODE,
                        ONET_JOB_TITLE.JOB_TITLE,
                        ONET_JOB_TITLE.SOURCES,
                        DSL.inline(false))
                .from(ONET_JOB_TITLE)
                .where(ONET_JOB_TITLE.RELEASE_ID.eq(data.release().id()))
                .unionAll(DSL.select(
                                ONET_REPORTED_TITLE.ONETSOC_CODE,
                                ONET_REPORTED_TITLE.REPORTED_JOB_TITLE,
                                ONET_REPORTED_TITLE.SHOWN_IN_MY_NEXT_MOVE,
                                DSL.inline(true))
                        .from(ONET_REPORTED_TITLE)
                        .where(ONET_REPORTED_TITLE.RELEASE_ID.eq(data.release().id())))
                .forEach(row -> {
                    if (row.value4()) {
                        titles.addReportedTitle(row.value1(), row.value2(), row.value3());
                    } else {
                        titles.addJobTitle(row.value1(), row.value2(), row.value3());
                    }
                });
        return titles.build();
    }
}
