package dev.limner.chat;

/**
 * One text to be edited by a person.
 *
 * @param id what the answer carries back; follows the same limits as a button's id
 * @param value what stands in the field at first
 */
public record Form(String id, String title, String label, String value) {}
