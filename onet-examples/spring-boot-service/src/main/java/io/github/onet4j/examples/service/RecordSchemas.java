package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.util.StringUtils;

/**
 * Derives the schemas of records from their Java types, so that no annotation has to repeat them. Every property is
 * required, and none may be null, unless its component is {@link Nullable}: such a property may be null or, where
 * Jackson writes no nulls, is absent instead. A property is described by the Javadoc of its component. No two types
 * share a name, since one would be described with the schema of the other.
 */
final class RecordSchemas extends ModelResolver {
    private static final String NULL = "null";

    private final JavadocProvider javadoc;
    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    RecordSchemas(ObjectMapper mapper, JavadocProvider javadoc) {
        super(mapper, new Names());
        this.javadoc = javadoc;
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(type.resolveEnumAsRef(true), context, next);
        JavaType javaType = _mapper.constructType(type.getType());
        if (resolved != null && (javaType.isRecordType() || javaType.isEnumType())) {
            String name = name(resolved);
            requireOnlyOne(name, javaType.getRawClass());
            if (javaType.isRecordType()) {
                complete(
                        resolved.get$ref() == null
                                ? resolved
                                : context.getDefinedModels().get(name),
                        javaType);
            }
        }
        return resolved;
    }

    private static String name(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null ? schema.getName() : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void requireOnlyOne(String name, Class<?> type) {
        Class<?> other = types.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("The schemas of " + other.getName() + " and " + type.getName()
                    + " are both named " + name + ". Give one of them another name with @Schema.");
        }
    }

    /** Completes a schema; one that is complete already stays as it is. */
    private void complete(Schema<?> schema, JavaType type) {
        Map<String, RecordComponent> components = Arrays.stream(
                        type.getRawClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        Map<String, String> descriptions = javadoc.getRecordClassParamJavadoc(type.getRawClass());
        describe(schema, javadoc.getClassJavadoc(type.getRawClass()));
        BeanDescription bean = _mapper.getSerializationConfig().introspect(type);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            Schema<?> propertySchema = schema.getProperties().get(property.getName());
            RecordComponent component = components.get(property.getInternalName());
            if (propertySchema == null || component == null) {
                // What stands there unwrapped is described by its own type.
                continue;
            }
            describe(propertySchema, descriptions.get(component.getName()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                require(schema, property.getName());
            } else if (writesNull(property, bean)) {
                require(schema, property.getName());
                schema.getProperties().put(property.getName(), orNull(propertySchema));
            }
        }
    }

    /** Describes what no annotation describes. */
    private static void describe(Schema<?> schema, @Nullable String comment) {
        if (StringUtils.hasText(comment) && !StringUtils.hasText(schema.getDescription())) {
            schema.setDescription(StringUtils.capitalize(comment.strip().replaceAll("\\s+", " ")));
        }
    }

    private static boolean writesNull(BeanPropertyDefinition property, BeanDescription bean) {
        JsonInclude.Value inclusion = bean.findPropertyInclusion(JsonInclude.Value.empty());
        return inclusion.withOverrides(property.findInclusion()).getValueInclusion() != JsonInclude.Include.NON_NULL;
    }

    private static void require(Schema<?> schema, String property) {
        if (schema.getRequired() == null || !schema.getRequired().contains(property)) {
            schema.addRequiredItem(property);
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema()
                    .description(schema.getDescription())
                    .addAnyOfItem(new JsonSchema().$ref(schema.get$ref()))
                    .addAnyOfItem(new JsonSchema().typesItem(NULL));
        }
        if (schema.getTypes() != null) {
            schema.addType(NULL);
        }
        return schema;
    }

    /** Names a type that is nested in another after both, unless an annotation names it. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> enclosing = type.getEnclosingClass();
            return enclosing == null ? type.getSimpleName() : enclosing.getSimpleName() + type.getSimpleName();
        }
    }
}
