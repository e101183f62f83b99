package org.binome.process;

/**
 * Reminds the partner of an answer the process waits for.
 */
public interface PartnerReminder {

	/** The id of the receive task in the model. */
	String task();

	/** Mails the partner's link again, once per element instance of the reminder. */
	void remind(Job job);

}
