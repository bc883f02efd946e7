import 'reflect-metadata';
import { workerProgram } from './app/worker-program.js';
import { runProgram } from './app/run-program.js';

runProgram(workerProgram);
