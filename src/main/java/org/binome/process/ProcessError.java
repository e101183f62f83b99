package org.binome.process;

/**
 * A BPMN error: an outcome to which the process has an answer of its own.
 */
public class ProcessError extends RuntimeException {

	private final String code;

	/**
	 * An error for the process.
	 * @param code the error code in the model, such as "Err_ApprovalRefused"
	 * @param message why, for people
	 */
	public ProcessError(String code, String message) {
		super(message);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
