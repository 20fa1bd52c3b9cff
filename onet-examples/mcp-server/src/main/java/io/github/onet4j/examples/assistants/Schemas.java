package io.github.onet4j.examples.assistants;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.swagger2.Swagger2Module;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the tools, and its schemas, which are those of records. */
final class Schemas {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final SchemaGenerator ARGUMENTS = generator(false);
    private static final SchemaGenerator ANSWERS = generator(true);

    private Schemas() {}

    /** Returns the schema of arguments, of which those that may be null need not be given. */
    static ObjectNode ofArguments(Class<?> record) {
        return ARGUMENTS.generateSchema(record);
    }

    /** Returns the schema of an answer, all of whose properties are there; unknown ones are null. */
    static ObjectNode ofAnswer(Class<? extends Answer> record) {
        return ANSWERS.generateSchema(record);
    }

    private static SchemaGenerator generator(boolean isOfAnswers) {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        // In the order of the record, which is the order of the answer.
        builder.forTypesInGeneral().withPropertySorter((ignored, unused) -> 0);
        builder.forFields()
                .withRequiredCheck(field -> isOfAnswers || !isNullable(field))
                .withNullableCheck(field -> isOfAnswers && isNullable(field))
                .withDefaultResolver(Schemas::defaultNumber);
        return new SchemaGenerator(builder.with(new Swagger2Module()).build());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Returns a default that is a number as one. The annotation has a text, and of others that will do. */
    private static @Nullable Integer defaultNumber(FieldScope field) {
        Schema schema = field.getAnnotation(Schema.class);
        boolean isNumber = field.getType().isInstanceOf(Integer.class);
        return schema == null || schema.defaultValue().isEmpty() || !isNumber
                ? null
                : Integer.valueOf(schema.defaultValue());
    }
}
