package dev.blackstart.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.util.function.Function;

/// Names and ids are stored as plain text, also where they are keys; gates as their number.
final class StoredNames {
    private StoredNames() {}

    static Module module() {
        SimpleModule module = new SimpleModule("names");
        text(module, RunId.class, RunId::value, RunId::new);
        text(module, StepId.class, StepId::value, StepId::new);
        text(module, HostName.class, HostName::value, HostName::new);
        text(module, FindingName.class, FindingName::value, FindingName::new);
        text(module, HypothesisName.class, HypothesisName::value, HypothesisName::new);
        text(module, Person.class, Person::name, Person::new);
        text(module, GateId.class, GateId::toString, StoredNames::gate);
        return module;
    }

    private static GateId gate(String text) {
        return new GateId(Integer.parseInt(text.substring(1)));
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> out, Function<String, T> in) {
        module.addSerializer(type, new Writing<>(type, out));
        module.addKeySerializer(type, new WritingKey<>(type, out));
        module.addDeserializer(type, new Read<>(type, in));
        module.addKeyDeserializer(type, new ReadKey<>(in));
    }

    private static final class Writing<T> extends StdScalarSerializer<T> {
        private final transient Function<T, String> out;

        Writing(Class<T> type, Function<T, String> out) {
            super(type);
            this.out = out;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(out.apply(value));
        }
    }

    private static final class WritingKey<T> extends StdScalarSerializer<T> {
        private final transient Function<T, String> out;

        WritingKey(Class<T> type, Function<T, String> out) {
            super(type);
            this.out = out;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeFieldName(out.apply(value));
        }
    }

    private static final class Read<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> in;

        Read(Class<T> type, Function<String, T> in) {
            super(type);
            this.in = in;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            try {
                return in.apply(text);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw context.weirdStringException(text, _valueClass, e.getMessage());
            }
        }
    }

    private static final class ReadKey<T> extends KeyDeserializer {
        private final Function<String, T> in;

        ReadKey(Function<String, T> in) {
            this.in = in;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            try {
                return in.apply(key);
            } catch (IllegalArgumentException e) {
                throw context.weirdKeyException(String.class, key, e.getMessage());
            }
        }
    }
}
