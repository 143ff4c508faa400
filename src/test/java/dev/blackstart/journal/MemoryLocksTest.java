package dev.blackstart.journal;

class MemoryLocksTest extends LockContract {
    @Override
    Journal open() {
        return new MemoryJournal();
    }
}
