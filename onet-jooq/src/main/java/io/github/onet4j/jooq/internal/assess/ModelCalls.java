package io.github.onet4j.jooq.internal.assess;

import static io.github.onet4j.jooq.schema.Tables.ONET_MODEL_CALL;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.assess.ModelReply;
import io.github.onet4j.assess.Prompt;
import io.github.onet4j.assess.Turn;
import io.github.onet4j.jooq.load.StoredRelease;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Stores calls of a language model with their whole prompts and replies. */
final class ModelCalls {
    private static final int LONGEST_MODEL_NAME = 128;

    private ModelCalls() {}

    /** The purpose of a call. */
    enum Purpose {
        /** The levels of an occupation. */
        PROFICIENCY,
        /** A gap in words, stored with its target. */
        GAP
    }

    /** Stores a call and returns its number. */
    static int insert(
            DSLContext dsl,
            StoredRelease release,
            OnetSocCode code,
            Purpose purpose,
            String model,
            String parameters,
            Turn turn) {
        Prompt prompt = turn.prompt();
        ModelReply reply = turn.reply().orElse(null);
        return dsl.insertInto(ONET_MODEL_CALL)
                .set(ONET_MODEL_CALL.RELEASE_ID, release.id())
                .set(ONET_MODEL_CALL.ONETSOC_CODE, code.value())
                .set(ONET_MODEL_CALL.PURPOSE, purpose.name())
                .set(ONET_MODEL_CALL.MODEL, model)
                .set(ONET_MODEL_CALL.PROMPT_SHA256, PromptChecksum.sha256(prompt))
                .set(ONET_MODEL_CALL.INSTRUCTIONS, prompt.instructions())
                .set(ONET_MODEL_CALL.DATA, prompt.data())
                .set(ONET_MODEL_CALL.RESPONSE_SCHEMA, prompt.responseSchema())
                .set(ONET_MODEL_CALL.PARAMETERS, storable(parameters))
                .set(ONET_MODEL_CALL.ASKED_AT_UTC, askedAt(turn))
                .set(ONET_MODEL_CALL.ELAPSED_MS, (int) turn.elapsed().toMillis())
                .set(ONET_MODEL_CALL.REPLY, reply == null ? null : storable(reply.text()))
                .set(ONET_MODEL_CALL.REPLY_MODEL, reply == null ? null : storableName(reply.model()))
                .set(ONET_MODEL_CALL.PROMPT_TOKENS, reply == null ? null : reply.promptTokens())
                .set(ONET_MODEL_CALL.REPLY_TOKENS, reply == null ? null : reply.replyTokens())
                .set(ONET_MODEL_CALL.OUTCOME, outcome(turn))
                .set(ONET_MODEL_CALL.FAILURE, failure(turn))
                .returning(ONET_MODEL_CALL.CALL_ID)
                .fetchSingle(ONET_MODEL_CALL.CALL_ID);
    }

    static LocalDateTime askedAt(Turn turn) {
        return LocalDateTime.ofInstant(turn.askedAt(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Replaces the one character that PostgreSQL can't store. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String storableName(String name) {
        return storable(name.length() <= LONGEST_MODEL_NAME ? name : name.substring(0, LONGEST_MODEL_NAME));
    }

    private static String outcome(Turn turn) {
        if (turn.reply().isEmpty()) {
            return "FAILED";
        }
        return turn.problems().isEmpty() ? "ACCEPTED" : "REFUSED";
    }

    private static @Nullable String failure(Turn turn) {
        String failure = turn.failure().orElse(null);
        if (failure == null && turn.problems().isEmpty()) {
            return null;
        }
        return storable(failure == null ? String.join("\n", turn.problems()) : failure);
    }
}
