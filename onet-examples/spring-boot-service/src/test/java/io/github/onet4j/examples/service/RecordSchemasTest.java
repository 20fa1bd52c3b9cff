package io.github.onet4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of a record says what its Java type says. */
final class RecordSchemasTest {
    private ModelConverterContextImpl context;

    @BeforeEach
    void connect() {
        context = new ModelConverterContextImpl(new RecordSchemas(
                new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE),
                new SpringDocJavadocProvider()));
    }

    @Test
    void whatMayBeNullIsSaidToBeAndWhatIsNotWrittenThenIsNotRequired() {
        JsonNode answer = resolve(Answer.class);

        assertThat(texts(answer.at("/required"))).containsExactlyInAnyOrder("always_there", "level", "next", "words");
        assertThat(answer.at("/properties/always_there/type").asString()).isEqualTo("string");
        assertThat(texts(answer.at("/properties/level/type"))).containsExactlyInAnyOrder("number", "null");
        assertThat(answer.at("/properties/next/anyOf/0/$ref").asString()).endsWith("/RecordSchemasTestPart");
        assertThat(answer.at("/properties/next/anyOf/1/type").asString()).isEqualTo("null");
        assertThat(texts(answer.at("/properties/words/type"))).containsExactlyInAnyOrder("array", "null");
        assertThat(answer.at("/properties/model/type").asString()).isEqualTo("string");
    }

    @Test
    void aSchemaStaysAsItIsIfItsTypeIsMetAgain() {
        JsonNode once = resolve(Answer.class);

        assertThat(texts(resolve(Twice.class).at("/required"))).containsExactlyInAnyOrder("first", "second");
        assertThat(resolve(Answer.class)).isEqualTo(once);
    }

    @Test
    void aTypeIsDescribedByItsJavadoc() {
        JsonNode name = resolve(OccupationName.class);

        assertThat(name.at("/description").asString()).isEqualTo("An occupation by code and title.");
        assertThat(name.at("/properties/code/description").asString()).startsWith("The O*NET-SOC code");
    }

    @Test
    void twoTypesOfOneNameAreRefused() {
        resolve(Step.class);

        assertThatThrownBy(() -> resolve(OtherStep.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Step.class.getName())
                .hasMessageContaining(OtherStep.class.getName())
                .hasMessageContaining("both named Step");
    }

    private JsonNode resolve(Class<?> type) {
        return new JsonMapper().readTree(Json31.pretty(context.resolve(new AnnotatedType(type))));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    record Answer(
            String alwaysThere,
            @Nullable Double level,
            @Nullable Part next,
            @Nullable List<String> words,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String model) {}

    record Part(String text) {}

    record Twice(Answer first, Answer second) {}

    @Schema(name = "Step")
    record Step(String text) {}

    @Schema(name = "Step")
    record OtherStep(int number) {}
}
