package dev.blackstart.drill;

/// The lab did not do what it was asked to; the message is a sentence for people.
public final class LaboratoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public LaboratoryException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
