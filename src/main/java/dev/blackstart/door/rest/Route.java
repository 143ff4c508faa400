package dev.blackstart.door.rest;

import dev.blackstart.service.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One way into the service.
///
/// @param path with names in braces
/// @param scope what a caller needs; empty where anybody may
/// @param says what it does, one sentence
/// @param takes what follows the question mark, and headers
/// @param body keys of the JSON object it is sent; empty where there is none
/// @param gives media types of its answer
/// @param answers statuses when it is done
record Route(
        String method,
        String path,
        Optional<Scope> scope,
        String says,
        List<Field> takes,
        List<Field> body,
        List<String> gives,
        List<Integer> answers) {
    /// Where a field stands.
    enum Place {
        QUERY,
        HEADER,
        BODY
    }

    /// @param type as JSON Schema names it
    record Field(Place place, String name, String type, boolean wanted, String says) {}

    Route {
        takes = List.copyOf(takes);
        body = List.copyOf(body);
        gives = List.copyOf(gives);
        answers = List.copyOf(answers);
    }

    static Route get(String path, Scope scope, String says) {
        return new Route(
                "GET",
                path,
                Optional.of(scope),
                says,
                List.of(),
                List.of(),
                List.of("application/json"),
                List.of(200));
    }

    static Route post(String path, Scope scope, String says, Integer... answers) {
        return new Route(
                "POST",
                path,
                Optional.of(scope),
                says,
                List.of(),
                List.of(),
                List.of("application/json"),
                List.of(answers));
    }

    Route open() {
        return new Route(method, path, Optional.empty(), says, takes, body, gives, answers);
    }

    Route giving(String... types) {
        return new Route(method, path, scope, says, takes, body, List.of(types), answers);
    }

    Route query(String name, String type, String what) {
        return taking(new Field(Place.QUERY, name, type, false, what));
    }

    Route header(String name, String what) {
        return taking(new Field(Place.HEADER, name, "string", false, what));
    }

    Route may(String name, String type, String what) {
        return bringing(new Field(Place.BODY, name, type, false, what));
    }

    Route must(String name, String type, String what) {
        return bringing(new Field(Place.BODY, name, type, true, what));
    }

    private Route taking(Field field) {
        return new Route(method, path, scope, says, with(takes, field), body, gives, answers);
    }

    private Route bringing(Field field) {
        return new Route(method, path, scope, says, takes, with(body, field), gives, answers);
    }

    private static List<Field> with(List<Field> fields, Field more) {
        List<Field> all = new ArrayList<>(fields);
        all.add(more);
        return all;
    }

    boolean posts() {
        return method.equals("POST");
    }
}
