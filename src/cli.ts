import 'reflect-metadata';
import { cliProgram } from './app/cli-program.js';
import { runProgram } from './app/run-program.js';

runProgram(cliProgram);
