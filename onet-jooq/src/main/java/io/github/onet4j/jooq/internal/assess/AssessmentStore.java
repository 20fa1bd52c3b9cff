package io.github.onet4j.jooq.internal.assess;

import static io.github.onet4j.jooq.schema.Tables.ONET_ASSESSED_LEVEL;
import static io.github.onet4j.jooq.schema.Tables.ONET_ASSESSMENT;

import io.github.onet4j.Domain;
import io.github.onet4j.Element;
import io.github.onet4j.Occupation;
import io.github.onet4j.OnetSocCode;
import io.github.onet4j.RatedElement;
import io.github.onet4j.assess.AssessedSkill;
import io.github.onet4j.assess.AssessmentTask;
import io.github.onet4j.assess.LanguageModel;
import io.github.onet4j.assess.Proficiency;
import io.github.onet4j.assess.Turn;
import io.github.onet4j.jooq.assess.StoredAssessment;
import io.github.onet4j.jooq.internal.database.Database;
import io.github.onet4j.jooq.internal.load.Releases;
import io.github.onet4j.jooq.load.StoredRelease;
import io.github.onet4j.jooq.schema.tables.records.OnetAssessedLevelRecord;
import io.github.onet4j.jooq.schema.tables.records.OnetAssessmentRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Stores the assessments and the calls of one model, known by the host's name for it. */
final class AssessmentStore {
    private final Database database;
    private final LanguageModel languageModel;
    private final String model;

    AssessmentStore(Database database, LanguageModel languageModel, String model) {
        this.database = database;
        this.languageModel = languageModel;
        this.model = model;
    }

    /** Stores a call of the model, in a transaction of its own, and returns its number. */
    int keep(StoredRelease release, OnetSocCode code, ModelCalls.Purpose purpose, Turn turn) {
        return database.write("store a call of the language model", session -> {
            Releases.requireLoaded(session.dsl(), release);
            return ModelCalls.insert(session.dsl(), release, code, purpose, model, languageModel.parameters(), turn);
        });
    }

    /** Stores an assessment with all its levels, and returns it as stored. */
    StoredAssessment keep(Inquiry inquiry, int callId, Turn accepted, List<AssessedSkill> skills) {
        return database.write("store the assessment of " + inquiry.task().occupation(), session -> {
            DSLContext dsl = session.dsl();
            Releases.requireLoaded(dsl, inquiry.release());
            int id = insert(dsl, inquiry, callId, accepted);
            dsl.batchInsert(skills.stream()
                            .map(skill -> level(inquiry, id, skill))
                            .toList())
                    .execute();
            Result<OnetAssessmentRecord> row = dsl.fetch(ONET_ASSESSMENT, ONET_ASSESSMENT.ASSESSMENT_ID.eq(id));
            return assessments(dsl, inquiry.release(), elements(inquiry), row).get(0);
        });
    }

    /** Returns the newest answer of the model to the same inquiry. */
    Optional<StoredAssessment> find(Inquiry inquiry) {
        AssessmentTask task = inquiry.task();
        Occupation from = task.from();
        Condition same = DSL.and(
                ONET_ASSESSMENT.MODEL.eq(model),
                ONET_ASSESSMENT.PROMPT_SHA256.eq(inquiry.promptSha256()),
                from == null
                        ? ONET_ASSESSMENT.FROM_ONETSOC_CODE.isNull()
                        : ONET_ASSESSMENT.FROM_ONETSOC_CODE.eq(from.code().value()));
        return newest(
                inquiry.release(),
                of(inquiry.release(), task.occupation().code(), task.domain()).and(same),
                elements(inquiry));
    }

    /** Returns the newest assessment of an occupation. */
    Optional<StoredAssessment> find(StoredRelease release, OnetSocCode code, Domain domain, List<Element> elements) {
        return newest(release, of(release, code, domain), elements);
    }

    /** Returns all assessments of an occupation, newest first. */
    List<StoredAssessment> all(StoredRelease release, OnetSocCode code, Domain domain, List<Element> elements) {
        return read(release, of(release, code, domain), Integer.MAX_VALUE, elements);
    }

    private Optional<StoredAssessment> newest(StoredRelease release, Condition which, List<Element> elements) {
        return read(release, which, 1, elements).stream().findFirst();
    }

    private List<StoredAssessment> read(StoredRelease release, Condition which, int limit, List<Element> elements) {
        return database.read("look for assessments", session -> {
            Result<OnetAssessmentRecord> rows = session.dsl()
                    .selectFrom(ONET_ASSESSMENT)
                    .where(which)
                    .and(isKnown())
                    .orderBy(ONET_ASSESSMENT.ASSESSMENT_ID.desc())
                    .limit(limit)
                    .fetch();
            return assessments(session.dsl(), release, elements, rows);
        });
    }

    private static Condition of(StoredRelease release, OnetSocCode code, Domain domain) {
        return DSL.and(
                ONET_ASSESSMENT.RELEASE_ID.eq(release.id()),
                ONET_ASSESSMENT.ONETSOC_CODE.eq(code.value()),
                ONET_ASSESSMENT.DOMAIN.eq(domain.name()));
    }

    /** Passes over assessments with a category that only a newer onet4j knows. */
    private static Condition isKnown() {
        return ONET_ASSESSMENT.ASSESSMENT_ID.notIn(DSL.select(ONET_ASSESSED_LEVEL.ASSESSMENT_ID)
                .from(ONET_ASSESSED_LEVEL)
                .where(ONET_ASSESSED_LEVEL.PROFICIENCY.notIn(
                        Stream.of(Proficiency.values()).map(Proficiency::name).toList())));
    }

    private static List<Element> elements(Inquiry inquiry) {
        return inquiry.task().skills().stream().map(RatedElement::element).toList();
    }

    private int insert(DSLContext dsl, Inquiry inquiry, int callId, Turn accepted) {
        AssessmentTask task = inquiry.task();
        Occupation from = task.from();
        return dsl.insertInto(ONET_ASSESSMENT)
                .set(ONET_ASSESSMENT.RELEASE_ID, inquiry.release().id())
                .set(ONET_ASSESSMENT.ONETSOC_CODE, task.occupation().code().value())
                .set(ONET_ASSESSMENT.DOMAIN, task.domain().name())
                .set(
                        ONET_ASSESSMENT.FROM_ONETSOC_CODE,
                        from == null ? null : from.code().value())
                .set(ONET_ASSESSMENT.MODEL, model)
                .set(ONET_ASSESSMENT.PROMPT_SHA256, inquiry.promptSha256())
                .set(ONET_ASSESSMENT.CALL_ID, callId)
                .set(ONET_ASSESSMENT.ASSESSED_AT_UTC, ModelCalls.askedAt(accepted))
                .returning(ONET_ASSESSMENT.ASSESSMENT_ID)
                .fetchSingle(ONET_ASSESSMENT.ASSESSMENT_ID);
    }

    private static OnetAssessedLevelRecord level(Inquiry inquiry, int assessmentId, AssessedSkill skill) {
        OnetAssessedLevelRecord row = new OnetAssessedLevelRecord();
        row.setAssessmentId(assessmentId);
        row.setElementId(skill.element().id());
        row.setReleaseId(inquiry.release().id());
        row.setProficiency(skill.proficiency().name());
        row.setAssessedLevel(decimal(skill.level()));
        row.setExplanation(ModelCalls.storable(skill.explanation()));
        return row;
    }

    private static @Nullable BigDecimal decimal(@Nullable Double level) {
        return level == null ? null : BigDecimal.valueOf(level);
    }

    private static List<StoredAssessment> assessments(
            DSLContext dsl, StoredRelease release, List<Element> elements, Result<OnetAssessmentRecord> rows) {
        Map<Integer, Map<String, OnetAssessedLevelRecord>> levels = dsl
                .selectFrom(ONET_ASSESSED_LEVEL)
                .where(ONET_ASSESSED_LEVEL.ASSESSMENT_ID.in(rows.getValues(ONET_ASSESSMENT.ASSESSMENT_ID)))
                .stream()
                .collect(Collectors.groupingBy(
                        OnetAssessedLevelRecord::getAssessmentId,
                        Collectors.toMap(OnetAssessedLevelRecord::getElementId, level -> level)));
        return rows.map(row -> StoredAssessment.of(
                row, release.info().version(), skills(elements, levels.getOrDefault(row.getAssessmentId(), Map.of()))));
    }

    /** Returns levels in the catalog's order, without those of elements that the host has deleted. */
    private static List<AssessedSkill> skills(List<Element> elements, Map<String, OnetAssessedLevelRecord> levels) {
        return elements.stream()
                .flatMap(element -> Stream.ofNullable(levels.get(element.id())).map(row -> skill(element, row)))
                .toList();
    }

    private static AssessedSkill skill(Element element, OnetAssessedLevelRecord row) {
        BigDecimal level = row.getAssessedLevel();
        return new AssessedSkill(
                element,
                Proficiency.valueOf(row.getProficiency()),
                level == null ? null : level.doubleValue(),
                row.getExplanation());
    }
}
